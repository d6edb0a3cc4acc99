import type { Guid } from "../model/guid";

/** Somebody has looked at an override and said why it may stay. */
export interface AcceptedOverride {
  readonly typeName: string;
  readonly id: Guid;
  /** For people; not compared. */
  readonly name: string;
  /** What was accepted: another change of the same component is not (`OverrideFacts.fingerprint`). */
  readonly fingerprint: string;
  /** Properties that were changed when it was accepted. For people; not compared. */
  readonly properties: readonly string[];
  readonly reason: string;
  readonly acceptedBy?: string;
  /** Instant, ISO 8601 UTC. */
  readonly acceptedOn: string;
  /** Last day on which it counts, `YYYY-MM-DD`, UTC. */
  readonly expiresOn?: string;
}
