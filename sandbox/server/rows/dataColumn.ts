import type { Column } from "../../odata/column";

/** A way from a lookup to one table it points to, spelt as `@odata.bind` and `$expand` spell it. */
export interface LookupTarget {
  readonly navigation: string;
  /** Logical name. */
  readonly table: string;
}

/** A column of an ordinary table: what it holds, and what a client may write. */
export interface DataColumn extends Column {
  /** Characters that a text may have at most. */
  readonly maxLength?: number;
  /** False = a value in the body of a create is passed over. */
  readonly creatable: boolean;
  /** False = a value in the body of an update is passed over. */
  readonly updatable: boolean;
  /** Of a lookup: the tables it may point to. */
  readonly targets?: readonly LookupTarget[];
  /** Of `statuscode`: the state that each status belongs to. */
  readonly stateOf?: Readonly<Record<number, number>>;
}

const USER = "systemuser";

function kept(type: Column["type"], ...names: readonly string[]): DataColumn[] {
  return names.map((name) => ({ name, type, creatable: false, updatable: false }));
}

function user(name: string, writable = false): DataColumn {
  return {
    name: `_${name}_value`,
    type: "lookup",
    target: USER,
    creatable: writable,
    updatable: writable,
    targets: [{ navigation: name, table: USER }],
  };
}

const STATES: DataColumn = {
  name: "statecode",
  type: "picklist",
  labels: { 0: "Active", 1: "Inactive" },
  creatable: false,
  updatable: true,
};

const STATUSES: DataColumn = {
  name: "statuscode",
  type: "picklist",
  labels: { 1: "Active", 2: "Inactive" },
  stateOf: { 1: 0, 2: 1 },
  creatable: true,
  updatable: true,
};

const OWNERSHIP: readonly DataColumn[] = [
  user("ownerid", true),
  user("owninguser"),
  { ...user("owningbusinessunit"), target: "businessunit", targets: [] },
];

const ORGANIZATION: readonly DataColumn[] = [
  {
    ...user("organizationid"),
    target: "organization",
    targets: [{ navigation: "organizationid", table: "organization" }],
  },
];

/**
 * Columns that the platform gives every table a publisher makes; what a package says of them (labels, statuses of its
 * own) goes over these.
 * @param byOrganization rows belong to the organization and have no owner.
 */
export function standardColumns(primaryKey: string, byOrganization: boolean): readonly DataColumn[] {
  return [
    { name: primaryKey, type: "guid", creatable: true, updatable: false },
    STATES,
    STATUSES,
    ...kept("date", "createdon", "modifiedon"),
    { name: "overriddencreatedon", type: "date", creatable: true, updatable: false },
    user("createdby"),
    user("modifiedby"),
    ...kept("integer", "versionnumber"),
    { name: "importsequencenumber", type: "integer", creatable: true, updatable: false },
    ...(byOrganization ? ORGANIZATION : OWNERSHIP),
  ];
}
