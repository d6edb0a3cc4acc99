import type { ReportColumn, ReportHeading, ReportWords } from "../../domain/rollbacks/reportWords";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { Product } from "../product";
import { fixText, KIND_SENTENCES } from "./blockerTexts";
import { amountText } from "./dataTexts";
import { FATE_LOOKS } from "./fateLooks";
import { unchangedSentence } from "./fateSentences";
import type { RollbackNames } from "./rollbackNames";
import { REFUSALS, verdictTitle } from "./verdict";

const HEADINGS: Readonly<Record<ReportHeading, string>> = {
  title: "RollbackReport_Title",
  environment: "RollbackReport_Environment",
  readAt: "RollbackReport_ReadAt",
  refused: "Rollback_Refused",
  holdings: "RollbackReport_Holdings",
  order: "Rollback_Order",
  cycles: "RollbackReport_Cycles",
  missing: "RollbackReport_Missing",
  blockers: "Blocker_Title",
  data: "Data_Title",
  unread: "RollbackReport_Unread",
};

const COLUMNS: Readonly<Record<ReportColumn, string>> = {
  fate: "RollbackReport_Fate",
  type: "Solutions_Column_Type",
  name: "Components_Name",
  logicalName: "RollbackReport_LogicalName",
  table: "Components_Table",
  id: "Overview_Id",
  because: "Blocker_Why",
  changes: "RollbackReport_Changes",
  likelyKept: "RollbackReport_LikelyKept",
  heldBy: "RollbackReport_HeldBy",
  leaving: "RollbackReport_Leaving",
  override: "RollbackReport_Override",
  data: "Data_Amount",
  round: "RollbackReport_Round",
  kind: "Blocker_Why",
  required: "RollbackReport_Required",
  dependent: "Blocker_Dependent",
  fix: "Blocker_Fix",
  why: "RollbackReport_NotKnown",
};

/** The report in the person's language. Instants are ISO 8601 in UTC, as in every file of the product. */
export function reportWords(preview: RollbackPreview, product: Product, names: RollbackNames): ReportWords {
  const { t, host } = product;
  return {
    heading: (heading) => t(HEADINGS[heading]),
    column: (column) => t(COLUMNS[column]),
    verdict: () => verdictTitle(preview, product),
    fate: (kind) => t(FATE_LOOKS[kind].title),
    blocker: (kind) => t(KIND_SENTENCES[kind]),
    fix: (blocker) => t(...fixText(blocker, names)),
    refusal: (reason) => t(REFUSALS[reason], t("RollbackReport_It")),
    step: ({ because, implied }) =>
      [...(because === "patch" ? [t("Rollback_StepPatch")] : []), ...(implied ? [t("Rollback_StepImplied")] : [])].join(
        ", ",
      ),
    unchanged: (reason, decidedBy) => unchangedSentence(reason, decidedBy, names, product),
    goesWith: (whole) => t("Fate_GoesWith", names.component(whole)),
    newBase: (layer) => t("Fate_NewBase", names.layer(layer)),
    change: (change) => changeText(change, product),
    data: (item) => amountText(item, product),
    incomplete: (counted, total) => t("Data_Partial", host.formatNumber(counted), host.formatNumber(total)),
    unread: (fact) => t("RollbackReport_UnreadFact", names.unread(fact), names.why(fact.why)),
    why: (why) => names.why(why),
    type: (component) => names.type(component),
    component: (component) => names.component(component),
    layer: (layer) => names.layer(layer),
    solution: (uniqueName) => names.solution(uniqueName),
    yes: t("Value_Yes"),
    notTold: t("Value_Unknown"),
    date: (date) => date.toISOString(),
  };
}

function changeText(
  { property, now, then, from, certain }: Parameters<ReportWords["change"]>[0],
  { t }: Product,
): string {
  const value = (text: string | undefined): string =>
    text === undefined ? t("Value_NotSet") : text === "" ? t("Value_Empty") : text;
  return [
    t("RollbackReport_Change", property, value(now), value(then)),
    ...(from === undefined ? [] : [t("RollbackReport_From", from)]),
    ...(certain ? [] : [t("RollbackReport_Likely")]),
  ].join(" ");
}
