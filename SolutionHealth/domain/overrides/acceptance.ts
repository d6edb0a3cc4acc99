import { componentKey } from "../layers/componentLayer";
import type { ComponentKey } from "../layers/componentLayer";
import type { AcceptedOverride } from "./acceptedOverride";
import type { AcceptanceState, OverrideFacts } from "./override";

/** Accepted overrides by component; of two entries for one component the later wins. */
export function acceptedByComponent(entries: readonly AcceptedOverride[]): ReadonlyMap<ComponentKey, AcceptedOverride> {
  const latest = new Map<ComponentKey, AcceptedOverride>();
  for (const entry of entries) {
    const other = latest.get(componentKey(entry));
    if (other === undefined || Date.parse(other.acceptedOn) <= Date.parse(entry.acceptedOn)) {
      latest.set(componentKey(entry), entry);
    }
  }
  return latest;
}

/**
 * How an override stands against the entry for its component, if there is one. What was accepted is one change with its
 * values: another one of the same component is `changed`, which goes before `expired`.
 */
export function acceptanceOf(facts: OverrideFacts, entry: AcceptedOverride | undefined, now: Date): AcceptanceState {
  if (facts.state === "unknown") return "unknown";
  if (entry === undefined) return "new";
  if (entry.fingerprint !== facts.fingerprint) return "changed";
  return isExpired(entry, now) ? "expired" : "accepted";
}

/** The last day counts whole, in UTC, so that people in one team see the same. */
export const isExpired = ({ expiresOn }: AcceptedOverride, now: Date): boolean =>
  expiresOn !== undefined && now.toISOString().slice(0, 10) > expiresOn;
