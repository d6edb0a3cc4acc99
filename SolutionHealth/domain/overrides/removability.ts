import type { PropertyValue } from "../model/property";

/** What is to be known before an override is taken back. */
export type RemovalNote =
  /** Active is the only layer: removal deletes the component (fact sheet §4.5). Refused. */
  | "onlyLayer"
  /** There is no Active layer any more: nothing to remove. Refused. */
  | "noActiveLayer"
  /** The layers could not be read, so nobody knows whether Active is the only one. Refused. */
  | "layersUnknown"
  /** The maker portal hides removal for components that are not customizable [?] (§6.1): tried, may be refused. */
  | "notCustomizable"
  /** Tables, columns, relationships, choices: sources disagree on whether the server can [?] (§6.1). */
  | "metadata"
  /** The layers of this type are merged: the rest of the stack is put together anew, not uncovered (§8.1). */
  | "mergeType"
  /** A flow's or process' state is what is overridden: removal may switch it on or off. */
  | "state";

export interface Removability {
  /** `doubtful`: may be tried, and the server may refuse. */
  readonly verdict: "removable" | "doubtful" | "refused";
  readonly notes: readonly RemovalNote[];
}

/** What a property will be when the override is gone. */
export interface IncomingValue {
  readonly property: string;
  readonly now: PropertyValue | undefined;
  /** Undefined where no layer below sets it; see `known`. */
  readonly then: PropertyValue | undefined;
  /** Solution whose layer gives the value. */
  readonly from?: string;
  /** False where a layer below could not be read: `then` says nothing. */
  readonly known: boolean;
}
