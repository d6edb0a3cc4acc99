import type { ListColumn, ListWords } from "../../../SolutionHealth/domain/overrides/listText";
import type { AcceptanceState, OverrideReason, OverrideState } from "../../../SolutionHealth/domain/overrides/override";

const HEADERS: Readonly<Record<ListColumn, string>> = {
  owner: "Solution",
  type: "Type",
  name: "Name",
  logicalName: "Logical name",
  table: "Table",
  id: "Id",
  state: "State",
  reason: "Why",
  acceptance: "Acceptance",
  changed: "Changes",
  below: "Layer below",
  modifiedBy: "Changed by",
  modifiedOn: "Changed on",
  unmanagedSolutions: "Unmanaged solutions",
  acceptedBecause: "Accepted because",
  expiresOn: "Accepted until",
  failure: "Failure",
};

const STATES: Readonly<Record<OverrideState, string>> = {
  real: "real",
  stateOnly: "state only",
  phantom: "phantom",
  unknown: "unknown",
};

const REASONS: Readonly<Record<OverrideReason, string>> = {
  changesProperties: "changes properties",
  changesChildren: "changes options, labels or privileges",
  changesState: "changes only whether it is on",
  changesNothing: "changes nothing",
  changesBookkeeping: "changes only what the platform notes for itself",
  changesUnreadable: "what it changes cannot be read",
  childrenUnreadable: "its options, labels or privileges cannot be read",
  noLayers: "the environment answered no layer",
  readFailed: "its layers could not be read",
  typeUnknown: "the environment does not name its type",
};

const ACCEPTANCES: Readonly<Record<AcceptanceState, string>> = {
  new: "new",
  accepted: "accepted",
  changed: "changed since accepted",
  expired: "acceptance expired",
  unknown: "unknown",
};

/** The words of the command line, which speaks English only. */
export const OVERRIDE_WORDS: ListWords = {
  header: (column) => HEADERS[column],
  state: (state) => STATES[state],
  reason: (reason) => REASONS[reason],
  acceptance: (acceptance) => ACCEPTANCES[acceptance],
  type: ({ typeName }) => typeName,
  solution: (uniqueName) => uniqueName ?? "",
};
