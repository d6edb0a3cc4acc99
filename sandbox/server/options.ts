import { noTroubles, type OperationTroubles } from "./operationTroubles";
import { defaultOverrideHabits, type OverrideHabits } from "./overrideHabits";
import { defaultUninstallHabits, type UninstallHabits } from "./uninstallHabits";

/**
 * Behaviour that no source confirms (the fact sheet marks it [?]): each way can be switched on, and the product must
 * get along with both.
 */
export interface UnconfirmedHabits extends OverrideHabits, UninstallHabits {
  /** Whether `msdyn_solutionhistories` takes conditions or refuses them with 400 (fact sheet §5.1). */
  readonly historyFilters: "refused" | "accepted";
  /** Whether summaries carry booleans and numbers as such, or as text (§3.1: both occur). */
  readonly summaryValues: "typed" | "text";
  /** Whether `msdyn_hasactivecustomization` is true for an Active layer that changes nothing (§14.3). */
  readonly phantomLayersAreFlagged: boolean;
  /** What `msdyn_componentlayers` answers to a component name that does not fit (§4.2). */
  readonly wrongLayerName: "empty" | "refused";
  /** What `msdyn_componentlayers` answers without both key filters (§4.2). */
  readonly layersWithoutKey: "empty" | "refused";
  /** Whether a privilege nobody knows is left out of the answer or makes the call fail (§12). */
  readonly unknownPrivilege: "omitted" | "fails";
  /** Whether text comparisons ignore case, as SQL's collation does (§1.6). */
  readonly filterIgnoresCase: boolean;
  /** What `msdyn_solutioncomponentcountsummaries` counts: what the solution lists first, or every member (§3.3). */
  readonly countSummaries: "roots" | "all";
  /** Whether the `…WithMetadata` dependency functions answer with rows or with nothing (§6.2 against §16). */
  readonly dependencyMetadata: "rows" | "empty";
  /** How long an upload of StageSolution can be imported, in milliseconds. No source says (§6.3). */
  readonly stagedUploadLifetime: number;
  /** What turning a flow on or off writes into the Active layer: its definition too, or the state alone (§8.1). */
  readonly flowState: "withDefinition" | "stateOnly";
  /** Whether definitions of metadata take PATCH besides the PUT that is documented for them. */
  readonly metadataPatch: "accepted" | "refused";
}

export const defaultHabits: UnconfirmedHabits = {
  ...defaultOverrideHabits,
  ...defaultUninstallHabits,
  historyFilters: "refused",
  summaryValues: "typed",
  phantomLayersAreFlagged: true,
  wrongLayerName: "empty",
  layersWithoutKey: "empty",
  unknownPrivilege: "omitted",
  filterIgnoresCase: true,
  countSummaries: "roots",
  dependencyMetadata: "rows",
  stagedUploadLifetime: 24 * 60 * 60 * 1000,
  flowState: "withDefinition",
  metadataPatch: "accepted",
};

/** Time as the server sees it, so that tests can hold it still. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs the task after so many milliseconds; does not keep the process alive. */
  after(milliseconds: number, task: () => void): void;
}

const systemClock: Clock = {
  now: () => Date.now(),
  after: (milliseconds, task) => {
    setTimeout(task, milliseconds).unref();
  },
};

/** The first user of that kind, or one user of the environment. */
export type SignedIn = "administrator" | "reader" | { readonly domainName: string };

export interface ServerOptions {
  /** Added to each Web API answer, in milliseconds. */
  readonly latency: number;
  /** Added to each read of `msdyn_componentlayers`, which is slow on the platform (§4.2). Milliseconds. */
  readonly layerLatency: number;
  /** Rows per page at most; the platform's own limit is 5,000, larger values are ignored. */
  readonly pageSize: number;
  /** Longest path with query of a plain request, in characters; beyond it 414. Clients are told to stay below 2,000 (§10). */
  readonly urlLimit: number;
  /** Largest request body in bytes. Solutions may have 95 MB, and travel as base64 (§6.3). */
  readonly bodyLimit: number;
  /** How long a solution job takes from request to end, in milliseconds. */
  readonly jobDuration: number;
  /**
   * Service protection (§10). 1 = the platform's limits; 0.01 = a hundredth of them, for tests. Undefined = off.
   */
  readonly throttle?: number;
  /** Who is signed in. A reader sees solutions but may change nothing; anybody else is named by domain name. */
  readonly user: SignedIn;
  readonly habits: UnconfirmedHabits;
  readonly troubles: OperationTroubles;
  readonly clock: Clock;
}

export const defaultOptions: ServerOptions = {
  latency: 0,
  layerLatency: 0,
  pageSize: 5000,
  urlLimit: 2048,
  bodyLimit: 160 * 1024 * 1024,
  jobDuration: 2000,
  user: "administrator",
  habits: defaultHabits,
  troubles: noTroubles,
  clock: systemClock,
};
