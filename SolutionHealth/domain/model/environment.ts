import type { Guid } from "./guid";

/** What an environment is for; `unknown` when the server names a kind this product does not know. */
export type EnvironmentKind = "production" | "sandbox" | "developer" | "trial" | "default" | "teams" | "unknown";

export interface EnvironmentInfo {
  readonly organizationId: Guid;
  /** Id that the maker portal uses in its addresses. */
  readonly environmentId?: string;
  readonly name: string;
  readonly kind: EnvironmentKind;
  /** Platform build, four parts. */
  readonly version: string;
}

export interface SignedInUser {
  readonly id: Guid;
  readonly name: string;
}
