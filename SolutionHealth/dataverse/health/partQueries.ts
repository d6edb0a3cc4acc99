import type { FactPart } from "../../domain/health/healthFacts";
import type { SwitchKind } from "../../domain/health/workingParts";
import { ComponentType } from "../../domain/model/componentType";
import { queryText } from "../odata";

/** One list that is read for a part. */
export interface PartQuery {
  readonly part: FactPart;
  readonly path: string;
  /** Set where a part has several kinds of rows. */
  readonly kind?: SwitchKind;
  readonly key?: string;
  readonly type?: number;
  /** Not every environment has the table: those of the service apps are missing elsewhere. */
  readonly optional?: boolean;
}

const OWNER = "owninguser($select=fullname,isdisabled)";
const PROCESS_COLUMNS = "workflowid,name,category,statecode,modifiedon,_ownerid_value";

/** Definitions only: activations of a process are rows of other types. */
const MANAGED_DEFINITIONS = "ismanaged eq true and type eq 1";

const list = (entitySet: string, $select: string, $filter: string, $expand?: string): string =>
  `${entitySet}${queryText({ $select, $filter, $expand })}`;

function serviceRule(kind: SwitchKind, entitySet: string, key: string, type: number): PartQuery {
  return {
    part: "serviceRules",
    kind,
    key,
    type,
    optional: true,
    path: list(entitySet, `${key},name,statecode,modifiedon`, "ismanaged eq true and statecode eq 0"),
  };
}

/**
 * Only what may be a finding is asked for: what is off, belongs to somebody who is gone, or has nothing in it. All of
 * them are ordinary tables, so that filters can be relied on.
 */
export const PART_QUERIES: readonly PartQuery[] = [
  {
    part: "steps",
    path: list(
      "sdkmessageprocessingsteps",
      "sdkmessageprocessingstepid,name,statecode,modifiedon",
      "ismanaged eq true and statecode eq 1",
    ),
  },
  {
    part: "processes",
    path: list("workflows", PROCESS_COLUMNS, `${MANAGED_DEFINITIONS} and statecode ne 1`, OWNER),
  },
  {
    part: "owners",
    path: list(
      "workflows",
      PROCESS_COLUMNS,
      `${MANAGED_DEFINITIONS} and statecode eq 1 and owninguser/isdisabled eq true`,
      OWNER,
    ),
  },
  {
    part: "connections",
    path: list(
      "connectionreferences",
      "connectionreferenceid,connectionreferencelogicalname,connectionreferencedisplayname,connectionid,connectorid,modifiedon",
      "ismanaged eq true",
    ),
  },
  {
    part: "variables",
    path: list(
      "environmentvariabledefinitions",
      "environmentvariabledefinitionid,schemaname,displayname,isrequired,modifiedon",
      "ismanaged eq true and defaultvalue eq null",
      "environmentvariabledefinition_environmentvariablevalue($select=value)",
    ),
  },
  serviceRule("duplicateRule", "duplicaterules", "duplicateruleid", ComponentType.DuplicateRule),
  serviceRule("sla", "slas", "slaid", ComponentType.SLA),
  serviceRule("recordCreationRule", "convertrules", "convertruleid", ComponentType.ConvertRule),
  // The table of routing rule sets is called `routingrule`.
  serviceRule("routingRule", "routingrules", "routingruleid", 150),
];
