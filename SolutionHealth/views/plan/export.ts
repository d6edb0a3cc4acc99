import { csvText } from "../../domain/csv";
import type { PlanRow } from "../../domain/plan/planList";
import type { Product } from "../product";
import { shown } from "../resource";
import { reasonsOf, STANDING_LOOKS, WAY_WORDS } from "./looks";

const HEADER = [
  "Plan_Solution",
  "Overview_UniqueName",
  "Plan_State",
  "Plan_Contradictions",
  "Plan_Responsible",
  "Plan_Owner",
  "Plan_Way",
  "Plan_Expected",
  "Solutions_Column_Version",
  "Plan_LastReview",
  "Plan_NextReview",
  "Plan_Notes",
] as const;

/** Saves every row that the filters leave. Days are `YYYY-MM-DD`. */
export function exportPlans(rows: readonly PlanRow[], product: Product): void {
  const { t, host, state } = product;
  const lines = rows.map((row) => [...rowCells(row, product), ...planCells(row, product)]);
  const environment = (shown(state.environment)?.name ?? "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const name = ["maintenance-plans", environment, host.now().toISOString().slice(0, 10)].filter(Boolean).join("_");
  host.saveFile(`${name}.csv`, csvText([HEADER.map((key) => t(key)), ...lines]), "text/csv;charset=utf-8");
}

const rowCells = (row: PlanRow, product: Product): string[] => [
  row.displayName,
  row.solution,
  product.t(STANDING_LOOKS[row.standing].word),
  reasonsOf(row, product).join(" "),
];

function planCells({ plan, installed }: PlanRow, { t }: Product): string[] {
  const cells = [
    plan?.responsible,
    plan?.owner?.name,
    plan?.way && t(WAY_WORDS[plan.way]),
    plan?.expectedVersion,
    installed?.version,
    plan?.lastReview,
    plan?.nextReview,
    plan?.notes,
  ];
  return cells.map((cell) => cell ?? "");
}
