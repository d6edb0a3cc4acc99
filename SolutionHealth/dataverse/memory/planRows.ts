import type { MaintenancePlan, PlanContent, PlanOwner } from "../../domain/plan/maintenancePlan";
import { queryText } from "../odata";
import { type WireRow, booleanOf, dateOf, guidOf, labelOf, numberOf, present, rowOf, textOf } from "../wire";
import { MEMORY_TABLES, WAY_VALUES, optionOf } from "./memoryTables";
import type { RowBody } from "./memoryWrites";

const { entitySet, key } = MEMORY_TABLES.plan;

const COLUMNS = [
  key,
  "shl_name",
  "shl_responsible",
  "shl_releaseway",
  "shl_expectedversion",
  "shl_lastreview",
  "shl_nextreview",
  "shl_notes",
  "modifiedon",
  "_modifiedby_value",
  "_ownerid_value",
  "_owninguser_value",
];

/** With the owner's user expanded: whether it is disabled is part of the plan against reality. */
export const plansQuery = (): string =>
  `${entitySet}${queryText({
    $select: COLUMNS.join(","),
    $filter: "statecode eq 0",
    $expand: "owninguser($select=isdisabled)",
  })}`;

/** @returns undefined for a row without id or solution, which nothing could be done with */
export function toPlan(row: WireRow): MaintenancePlan | undefined {
  const id = guidOf(row, key);
  const solution = textOf(row, "shl_name")?.trim();
  if (id === undefined || solution === undefined || solution === "") return undefined;
  return {
    id,
    solution,
    ...present({
      etag: textOf(row, "@odata.etag"),
      responsible: textOf(row, "shl_responsible"),
      way: optionOf(WAY_VALUES, numberOf(row, "shl_releaseway")),
      expectedVersion: textOf(row, "shl_expectedversion"),
      lastReview: dayOf(row, "shl_lastreview"),
      nextReview: dayOf(row, "shl_nextreview"),
      notes: textOf(row, "shl_notes"),
      owner: ownerOf(row),
      modifiedOn: dateOf(row, "modifiedon"),
      modifiedBy: labelOf(row, "_modifiedby_value"),
    }),
  };
}

/** Every column, so that what was taken out of the plan is taken out of the row. */
export const planBody = (plan: PlanContent): RowBody => ({
  shl_name: plan.solution,
  shl_responsible: plan.responsible ?? null,
  shl_releaseway: plan.way === undefined ? null : WAY_VALUES[plan.way],
  shl_expectedversion: plan.expectedVersion ?? null,
  shl_lastreview: plan.lastReview ?? null,
  shl_nextreview: plan.nextReview ?? null,
  shl_notes: plan.notes ?? null,
});

/** Owners are users or teams: without an owning user it is a team. Teams cannot be disabled. */
function ownerOf(row: WireRow): PlanOwner | undefined {
  const id = guidOf(row, "_ownerid_value");
  if (id === undefined) return undefined;
  const user = guidOf(row, "_owninguser_value");
  const expanded = rowOf(row, "owninguser");
  const disabled = expanded && booleanOf(expanded, "isdisabled");
  return {
    id,
    name: labelOf(row, "_ownerid_value") ?? id,
    kind: user === undefined ? "team" : "user",
    ...(disabled !== undefined && { disabled }),
  };
}

/** A date without time comes as `2026-01-31`; one that was made with time, as a day with midnight behind it. */
export const dayOf = (row: WireRow, column: string): string | undefined => textOf(row, column)?.slice(0, 10);
