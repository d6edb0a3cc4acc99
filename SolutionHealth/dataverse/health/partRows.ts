import type { ConnectionReference, EnvironmentVariable, PartOwner, SwitchKind } from "../../domain/health/workingParts";
import { ComponentType } from "../../domain/model/componentType";
import type { Guid } from "../../domain/model/guid";
import { present } from "../../domain/present";
import { booleanOf, dateOf, guidOf, isRow, labelOf, numberOf, rowOf, textOf, type WireRow } from "../wire";

/** A part that is on or off, as its row tells it: whose it is and how it was shipped is found out later. */
export interface SwitchRow {
  readonly id: Guid;
  readonly type: number;
  readonly kind: SwitchKind;
  readonly name: string;
  readonly state: "on" | "off";
  readonly owner?: PartOwner;
  readonly modifiedOn?: Date;
}

/** `workflow.category` (fact sheet §3.1). */
const CATEGORIES: readonly SwitchKind[] = [
  "workflow",
  "dialog",
  "businessRule",
  "action",
  "businessProcess",
  "flow",
  "desktopFlow",
];

export const toStep = (row: WireRow): SwitchRow | undefined =>
  toSwitch(row, "sdkmessageprocessingstepid", "step", ComponentType.SdkMessageProcessingStep, 0);

export const toProcess = (row: WireRow): SwitchRow | undefined =>
  toSwitch(row, "workflowid", CATEGORIES[numberOf(row, "category") ?? 0] ?? "workflow", ComponentType.Workflow, 1);

/** @param on the `statecode` that means "on": 0 of plug-in steps, 1 of everything else here */
export function toSwitch(row: WireRow, key: string, kind: SwitchKind, type: number, on: 0 | 1): SwitchRow | undefined {
  const id = guidOf(row, key);
  if (id === undefined) return undefined;
  return {
    id,
    type,
    kind,
    name: textOf(row, "name") ?? id,
    state: numberOf(row, "statecode") === on ? "on" : "off",
    ...present({ owner: ownerOf(row), modifiedOn: dateOf(row, "modifiedon") }),
  };
}

/** Rows belong to a user or to a team; where no user owns it, it is a team's. */
function ownerOf(row: WireRow): PartOwner | undefined {
  const id = guidOf(row, "_ownerid_value");
  if (id === undefined) return undefined;
  const user = rowOf(row, "owninguser");
  const name = (user && textOf(user, "fullname")) ?? labelOf(row, "_ownerid_value") ?? id;
  const disabled = user && booleanOf(user, "isdisabled");
  return { id, name, kind: user === undefined ? "team" : "user", ...present({ disabled }) };
}

export function toConnection(row: WireRow): ConnectionReference | undefined {
  const id = guidOf(row, "connectionreferenceid");
  if (id === undefined) return undefined;
  const logicalName = textOf(row, "connectionreferencelogicalname") ?? id;
  return {
    id,
    logicalName,
    name: textOf(row, "connectionreferencedisplayname") ?? logicalName,
    bound: textOf(row, "connectionid") !== undefined,
    ...present({ connector: textOf(row, "connectorid"), modifiedOn: dateOf(row, "modifiedon") }),
  };
}

/** Values are looked at and not kept: they may be secrets. */
export function toVariable(row: WireRow): EnvironmentVariable | undefined {
  const id = guidOf(row, "environmentvariabledefinitionid");
  if (id === undefined) return undefined;
  const schemaName = textOf(row, "schemaname") ?? id;
  const values = row.environmentvariabledefinition_environmentvariablevalue;
  const rows = Array.isArray(values) ? values.filter(isRow) : [];
  return {
    id,
    type: ComponentType.EnvironmentVariableDefinition,
    schemaName,
    name: textOf(row, "displayname") ?? schemaName,
    required: booleanOf(row, "isrequired") ?? false,
    hasDefault: textOf(row, "defaultvalue") !== undefined,
    hasValue: rows.some((value) => textOf(value, "value") !== undefined),
    ...present({ modifiedOn: dateOf(row, "modifiedon") }),
  };
}
