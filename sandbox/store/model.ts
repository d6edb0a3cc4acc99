import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { Properties, PropertyValue } from "../../SolutionHealth/domain/model/property";

/** A row of a table as the Web API answers it: lower-case column names, lookups as `_x_value`, dates as UTC text. */
export type Row = Record<string, PropertyValue>;

/** Unique names of the two layers that belong to no installed solution. */
export const SYSTEM_LAYER = "System";
export const ACTIVE_LAYER = "Active";

/** One layer of one component. `properties` holds only what this layer sets; the effective value is the topmost. */
export interface StoredLayer {
  /** Unique name of the solution, `System` or `Active`. */
  solution: string;
  properties: Properties;
  children?: Record<string, Properties[]>;
  /** Display name this layer gives the component, where it gives one. */
  displayName?: string;
  /** Which table members (root with behaviour 0/1/2) this solution asked for; undefined for subcomponents. */
  behavior?: 0 | 1 | 2;
  /** When this layer was first created: decides its place among managed layers (fact sheet §8.1). UTC ISO text. */
  createdOn: string;
  overwriteTime: string;
}

/** A solution component with all its layers, bottom (base) first. */
export interface StoredComponent {
  id: Guid;
  /** Number; kinds without a fixed number have one given by this environment (≥ 10000). */
  type: number;
  /** Lower-case key, unique per type: see `ComponentKey` of the package room. */
  key: string;
  name: string;
  displayName: string;
  /** Logical name of the owning table of columns, forms, views, … */
  table?: string;
  layers: StoredLayer[];
  /** Components this one needs, by `type` and `key`, per layer's solution. */
  references: Record<string, { type: number; key: string }[]>;
  createdOn: string;
  modifiedOn: string;
  modifiedBy: Guid;
  /** Whom the row belongs to: who brought it, until it is given to somebody else. */
  ownerId?: Guid;
}

/** Membership of a component in a solution: a row of `solutioncomponents`. */
export interface StoredMembership {
  id: Guid;
  solutionId: Guid;
  componentId: Guid;
  type: number;
  /** Null on subcomponents. */
  behavior: 0 | 1 | 2 | null;
  /** The membership row (not the component) of the root; null on roots (§2.1). */
  rootMembershipId: Guid | null;
  createdOn: string;
}

export interface StoredPublisher {
  id: Guid;
  uniqueName: string;
  friendlyName: string;
  prefix: string;
  optionValuePrefix: number;
  isReadOnly: boolean;
  createdOn: string;
}

export interface StoredSolution {
  id: Guid;
  uniqueName: string;
  friendlyName: string;
  description: string | null;
  version: string;
  managed: boolean;
  visible: boolean;
  publisherId: Guid;
  /** Base solution of a patch. */
  parentId: Guid | null;
  packageVersion: string | null;
  installedOn: string;
  updatedOn: string | null;
  createdOn: string;
  modifiedOn: string;
  versionNumber: number;
  configurationPageId: Guid | null;
}

/** One solution operation, written as the platform writes its history (§5.1). Option values as documented. */
export interface StoredHistory {
  id: Guid;
  solutionId: Guid;
  uniqueName: string;
  name: string;
  version: string;
  publisherId: Guid;
  publisherName: string;
  /** 0 Import, 1 Uninstall, 2 Export, 3 Publish, 4 PublishAll, … */
  operation: number;
  /** 0 None, 1 New, 2 Upgrade, 3 Update, 4 Delete */
  suboperation: number;
  /** 0 Started, 1 Completed */
  status: 0 | 1;
  result: boolean | null;
  startedOn: string;
  endedOn: string | null;
  errorCode: string | null;
  exceptionMessage: string | null;
  exceptionStack: string | null;
  activityId: Guid;
  correlationId: Guid;
  managed: boolean;
  patch: boolean;
  overwriteCustomizations: boolean;
}

/**
 * Something that a component needs and this environment has never had, as a copy or a restore leaves it: the platform
 * keeps what it knows of the missing end.
 */
export interface StoredAbsence {
  /** Who needs it. */
  dependentId: Guid;
  required: { id: Guid; type: number; solutionId: Guid; introducedVersion: number };
}

/** Everything the sandbox knows. Plain data, so that it can be saved, loaded and copied as JSON. */
export interface EnvironmentState {
  /** Rises with each incompatible change of this shape; a state file of another number is refused. */
  format: 1;
  organization: {
    id: Guid;
    environmentId: Guid;
    tenantId: Guid;
    friendlyName: string;
    uniqueName: string;
    urlName: string;
    /** Four parts, e.g. "9.2.25112.171". */
    version: string;
    /** Member name of OrganizationType: "CustomerTest" = sandbox, "Secondary" = production … (§6.7). */
    type: string;
    baseLanguage: number;
    createdOn: string;
  };
  users: StoredUser[];
  publishers: StoredPublisher[];
  solutions: StoredSolution[];
  components: StoredComponent[];
  memberships: StoredMembership[];
  history: StoredHistory[];
  importJobs: Row[];
  asyncOperations: Row[];
  /** Uploads of StageSolution by id: base64 of the zip. */
  stagedUploads: { id: Guid; content: string; createdOn: string }[];
  /** Rows of ordinary tables by logical name. */
  rows: Record<string, Row[]>;
  /** Numbers given to solution-aware tables of this environment, by table name. */
  environmentTypes: Record<string, number>;
  /** What is needed and not there; absent in states that know of none. */
  absences?: StoredAbsence[];
  /** Activities of operations that run somewhere else: a restart of this server does not cut them off. */
  elsewhere?: Guid[];
  /** Of an ailing demo: ids of what is still to be healed, in order. */
  ailments?: string[];
  /** Counter behind `versionnumber` and etags. */
  nextVersionNumber: number;
}

export interface StoredUser {
  id: Guid;
  fullName: string;
  domainName: string;
  disabled: boolean;
  /** Names of the privileges held; "*" = all. */
  privileges: string[];
  businessUnitId: Guid;
}
