import type { LayerStack } from "../layers/componentLayer";
import { sha256OfText } from "../sha256";
import { STATE_PROPERTIES } from "./bookkeeping";
import type { OverrideFacts, OverrideReason, OverrideState, Verdict } from "./override";
import { overrideEvidence, type OverrideEvidence } from "./overrideEvidence";

type Sorted = Pick<OverrideFacts, "changed" | "changedState" | "bookkeeping">;

const NOTHING: Sorted = { changed: [], changedState: [], bookkeeping: [] };
const NO_NAMES: ReadonlyMap<string, string> = new Map();

/** What the Active layer of a component amounts to; see `judgeEvidence`. */
export const judgeOverride = (stack: LayerStack, bookkeeping: readonly string[]): Verdict =>
  judgeEvidence(overrideEvidence(stack), bookkeeping);

/**
 * What the Active layer of a component amounts to (fact sheet §4.5).
 * @param bookkeeping names of properties that make no override, lower case; it goes before the rule for states
 */
export function judgeEvidence(evidence: OverrideEvidence, bookkeeping: readonly string[]): Verdict {
  const { layers, properties, collections } = evidence;
  // A component that exists has at least one layer: no row means that the question was not understood (§4.2).
  if (layers === "none") return unknownOverride("noLayers");
  if (layers === "withoutActive") return { kind: "none" };
  if (layers === "activeOnly") return { kind: "unmanagedOnly" };
  if (properties === undefined) return unknownOverride("changesUnreadable", evidence);
  const sorted = sortOut([...properties.keys()], [...(collections ?? NO_NAMES).keys()], new Set(bookkeeping));
  // What could be read is evidence enough of a change; only its absence needs every part to have been read.
  if (collections === undefined && sorted.changed.length === 0) return unknownOverride("childrenUnreadable", evidence);
  const [state, reason] = stateOf(sorted, (collections ?? NO_NAMES).size);
  const fingerprint = fingerprintOf(evidence, sorted);
  return { kind: "override", facts: { state, reason, ...sorted, fingerprint, ...placeOf(evidence) } };
}

/** The verdict on a component whose layers say nothing. @param evidence where at least the layers' names are known */
export function unknownOverride(
  reason: OverrideReason,
  evidence?: OverrideEvidence,
): Verdict & { readonly kind: "override" } {
  const place = evidence ? placeOf(evidence) : {};
  return { kind: "override", facts: { state: "unknown", reason, ...NOTHING, fingerprint: "", ...place } };
}

function stateOf({ changed, changedState, bookkeeping }: Sorted, collections: number): [OverrideState, OverrideReason] {
  if (changed.length > 0) return ["real", changed.length > collections ? "changesProperties" : "changesChildren"];
  if (changedState.length > 0) return ["stateOnly", "changesState"];
  return ["phantom", bookkeeping.length > 0 ? "changesBookkeeping" : "changesNothing"];
}

function sortOut(properties: readonly string[], collections: readonly string[], ignored: ReadonlySet<string>): Sorted {
  const isIgnored = (property: string): boolean => ignored.has(property.toLowerCase());
  const isState = (property: string): boolean =>
    !isIgnored(property) && STATE_PROPERTIES.includes(property.toLowerCase());
  const meaningful = properties.filter((property) => !isIgnored(property) && !isState(property));
  return {
    changed: [...meaningful, ...collections].sort(),
    changedState: properties.filter(isState).sort(),
    bookkeeping: properties.filter(isIgnored).sort(),
  };
}

function placeOf({ owner, below }: OverrideEvidence): { owner?: string; below?: string } {
  return { ...(owner !== undefined && { owner }), ...(below !== undefined && { below }) };
}

/** Of names and values of everything meaningful that the layer changes, state included. */
function fingerprintOf({ properties, collections }: OverrideEvidence, { changed, changedState }: Sorted): string {
  if (changed.length + changedState.length === 0) return "";
  const hashOf = (name: string): string => properties?.get(name) ?? collections?.get(name) ?? "";
  return sha256OfText([...changed, ...changedState].map((name) => `${name} ${hashOf(name)}`).join("\n"));
}
