import type { AcceptedFinding, Decision, FindingDecision } from "../../domain/plan/acceptedFinding";
import { queryText } from "../odata";
import { type WireRow, dateOf, guidOf, labelOf, numberOf, present, textOf } from "../wire";
import { DECISION_VALUES, KIND_VALUES, MEMORY_TABLES, optionOf } from "./memoryTables";
import type { RowBody } from "./memoryWrites";
import { dayOf } from "./planRows";

const { entitySet, key } = MEMORY_TABLES.accepted;

const COLUMNS = [
  key,
  "shl_name",
  "shl_kind",
  "shl_decision",
  "shl_ruleid",
  "shl_solution",
  "shl_subject",
  "shl_typename",
  "shl_componentid",
  "shl_properties",
  "shl_fingerprint",
  "shl_reason",
  "shl_note",
  "shl_until",
  "shl_acceptedby",
  "shl_acceptedon",
  "statecode",
  "createdon",
  "_createdby_value",
];

/** What was accepted of one kind, or of both. */
export const acceptedQuery = (kind?: keyof typeof KIND_VALUES): string =>
  `${entitySet}${queryText({
    $select: COLUMNS.join(","),
    $filter: `statecode eq 0${kind ? ` and shl_kind eq ${String(KIND_VALUES[kind])}` : ""}`,
  })}`;

/**
 * @returns undefined for a row that is not about a finding, says not what about or, in a way that this version knows,
 * what was decided: it must not be taken for an acceptance
 */
export function toDecision(row: WireRow): AcceptedFinding | undefined {
  const id = guidOf(row, key);
  const ruleId = textOf(row, "shl_ruleid");
  const fingerprint = textOf(row, "shl_fingerprint");
  const acceptedOn = dateOf(row, "shl_acceptedon") ?? dateOf(row, "createdon");
  const decision = decisionAbout(row);
  if (!decision || id === undefined || ruleId === undefined || fingerprint === undefined || !acceptedOn)
    return undefined;
  return {
    id,
    ruleId,
    fingerprint,
    acceptedOn,
    decision,
    subject: textOf(row, "shl_subject") ?? "",
    title: textOf(row, "shl_name") ?? ruleId,
    reason: textOf(row, "shl_reason") ?? "",
    ...present({
      etag: textOf(row, "@odata.etag"),
      solution: textOf(row, "shl_solution"),
      note: textOf(row, "shl_note"),
      until: dayOf(row, "shl_until"),
      acceptedBy: textOf(row, "shl_acceptedby") ?? labelOf(row, "_createdby_value"),
    }),
  };
}

function decisionAbout(row: WireRow): Decision | undefined {
  if (optionOf(KIND_VALUES, numberOf(row, "shl_kind")) !== "finding") return undefined;
  return optionOf(DECISION_VALUES, numberOf(row, "shl_decision") ?? DECISION_VALUES.accept);
}

/** @param by name of who decides; who made the row stands beside it */
export const decisionBody = (decision: FindingDecision, by: string | undefined, on: Date): RowBody => ({
  shl_name: decision.title,
  shl_kind: KIND_VALUES.finding,
  shl_decision: DECISION_VALUES[decision.decision],
  shl_ruleid: decision.ruleId,
  shl_solution: decision.solution ?? null,
  shl_subject: decision.subject === "" ? null : decision.subject,
  shl_fingerprint: decision.fingerprint,
  shl_reason: decision.reason,
  shl_note: decision.note ?? null,
  shl_until: decision.until ?? null,
  shl_acceptedby: by ?? null,
  shl_acceptedon: on.toISOString(),
});
