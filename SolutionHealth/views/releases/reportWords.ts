import type {
  ReleaseCheck,
  ReleaseColumn,
  ReleaseHeading,
  ReleaseWords,
  WayBack,
} from "../../domain/releases/report/releaseWords";
import type { AdviceReason } from "../../domain/releases/releaseAdvice";
import type { Product } from "../product";
import { amountText } from "../rollbacks/dataTexts";
import { fixText, whyText } from "./blockerTexts";
import { OVERRIDES, seenText } from "./fateTexts";
import { findingText, SEVERITY_WORDS } from "./findingTexts";
import { KIND_LOOKS, WAY_WORDS } from "./releaseLooks";
import type { ReleaseNames } from "./releaseNames";
import { WHAT } from "./UnreadSection";
import { REASONS, STATES, WHY_NOT } from "./WaysSection";

const HEADINGS: Readonly<Record<ReleaseHeading, string>> = {
  title: "Frame_Release",
  environment: "RollbackReport_Environment",
  readAt: "RollbackReport_ReadAt",
  file: "Release_FileName",
  hash: "Release_Hash",
  installed: "Release_InstalledValue",
  advice: "ReleaseX_Head_Advice",
  way: "Release_Column_Way",
  order: "ReleaseX_Head_Order",
  cycles: "Release_Cycle",
  ways: "Release_Ways",
  findings: "Release_Fits",
  blockers: "Release_Blockers",
  data: "Data_Title",
  values: "Import_Values",
  rollsUp: "ReleaseX_Head_RollsUp",
  unread: "RollbackReport_Unread",
  before: "ReleaseX_Head_Before",
  wayBack: "ReleaseX_Head_WayBack",
};

const COLUMNS: Readonly<Record<ReleaseColumn, string>> = {
  way: "Release_Column_Way",
  status: "ReleaseX_Column_Status",
  type: "Release_Column_Type",
  name: "Release_Column_Component",
  key: "Release_Column_Key",
  table: "Release_Column_Table",
  changes: "Release_Column_Changes",
  heldBy: "ReleaseX_Column_HeldBy",
  override: "ReleaseX_Column_Override",
  data: "Data_Amount",
  why: "Release_Column_Why",
  round: "Release_Column_Round",
  kind: "Release_Column_Fate",
  required: "Release_Column_Component",
  dependent: "ReleaseX_Column_Dependent",
  fix: "Release_Column_Fix",
};

const CHECK_WORDS: Readonly<Record<ReleaseCheck, string>> = {
  backUp: "ReleaseX_Check_BackUp",
  runInCopy: "ReleaseX_Check_Copy",
  resolveBlockers: "ReleaseX_Check_Blockers",
  bringDependencies: "ReleaseX_Check_Dependencies",
  prepareValues: "ReleaseX_Check_Values",
  saveOverrides: "ReleaseX_Check_Overrides",
  exportData: "ReleaseX_Check_Data",
  waitForOperation: "ReleaseX_Check_Operation",
  applyPending: "ReleaseX_Check_Pending",
};

const BACK_WORDS: Readonly<Record<WayBack, string>> = {
  uninstall: "ReleaseX_Back_Uninstall",
  previousUpgrade: "ReleaseX_Back_Previous",
  uninstallPatch: "ReleaseX_Back_Patch",
  restoreBackup: "ReleaseX_Back_Restore",
  reimportOverrides: "ReleaseX_Back_Overrides",
};

/** The words of the report in the person's language. */
export function reportWords(product: Product, names: ReleaseNames): ReleaseWords {
  const { t, host } = product;
  return {
    language: t("Language_Tag"),
    heading: (heading) => t(HEADINGS[heading]),
    column: (column) => t(COLUMNS[column]),
    ...wayWords(product),
    finding: (finding) => findingText(finding, product, names),
    severity: (severity) => t(SEVERITY_WORDS[severity]),
    blocker: (kind, certain) =>
      [t(whyText(kind, certain), t("ReleaseX_Dependent")), ...(certain ? [] : [t("Release_MayBlock")])].join(" "),
    fix: (blocker) => t(...fixText(blocker, names)),
    ...changeWords(product, names),
    value: ({ name, displayName, value }) => t("ReleaseX_Value", displayName || name, t(VALUES[value])),
    data: (item) => t("Import_Losing", item.component.displayName || item.component.name, amountText(item, product)),
    incomplete: (counted, total) => t("Data_Partial", host.formatNumber(counted), host.formatNumber(total)),
    partial: t("ReleaseX_Partial"),
    asOfNow: t("Release_AsOfNow"),
    goesWith: (whole) => t("Release_GoesWith", whole),
    check: (check, count) => t(CHECK_WORDS[check], host.formatNumber(count)),
    wayBack: (way) => t(BACK_WORDS[way]),
    unread: ({ what, solution, table, typeName }) =>
      [t(WHAT[what]), solution && names.solution(solution), table, typeName].filter(Boolean).join(" · "),
    why: (why) => names.why(why),
    type: (component) => names.type(component),
    layer: (layer) => names.layer(layer),
    date: (date) => date.toISOString(),
  };
}

const VALUES = {
  here: "Import_ValueHere",
  package: "Import_ValuePackage",
  none: "Import_ValueNone",
  unknown: "Import_ValueUnknown",
} as const;

function wayWords({
  t,
  host,
}: Product): Pick<ReleaseWords, "way" | "status" | "notApplicable" | "kind" | "advice" | "overwrite"> {
  const reason = (known: AdviceReason, count: number): string => t(REASONS[known], host.formatNumber(count));
  return {
    way: (way, hypothetical) =>
      hypothetical ? `${t(WAY_WORDS[way])} – ${t("Release_Hypothetical")}` : t(WAY_WORDS[way]),
    status: (status) => (status === "notApplicable" ? t("ReleaseX_NotApplicable") : t(STATES[status][1])),
    notApplicable: (why) => t(WHY_NOT[why]),
    kind: (kind) => t(KIND_LOOKS[kind].word),
    advice: ({ way, reason: known, components }) =>
      [way ? t("Release_Advice", t(WAY_WORDS[way])) : t("Release_NoAdvice"), reason(known, components.length)].join(
        " ",
      ),
    overwrite: (overwrite) => t(overwrite ? "Import_Overwrites" : "Import_KeepsOverrides"),
  };
}

function changeWords(product: Product, names: ReleaseNames): Pick<ReleaseWords, "change" | "merged" | "override"> {
  const { t } = product;
  const value = (text: string | undefined): string =>
    text === undefined ? t("Value_NotSet") : text === "" ? t("Value_Empty") : text;
  return {
    merged: t("Release_Merged"),
    override: (fate) => {
      const key = OVERRIDES[fate];
      if (key !== undefined) return t(key);
      return fate === "none" ? "" : t("Import_KeepsOverrides");
    },
    change: (change, { installed, incoming }) => {
      const name = change.child === undefined ? change.property : `${change.property} ${change.child}`;
      const told = t("RollbackReport_Change", name, value(installed), value(incoming));
      return t("ReleaseX_Change", told, seenText(change, product, names));
    },
  };
}
