import type { Finding } from "../../domain/health/finding";
import type { PlanDoubt, PlanRow, PlanStanding } from "../../domain/plan/planList";
import type { PlannedWay } from "../../domain/plan/maintenancePlan";
import type { Tone } from "../../ui/tone";
import { ACT_LOOKS } from "../history/looks";
import type { Product } from "../product";

export const WAY_WORDS: Readonly<Record<PlannedWay, string>> = {
  update: "Plan_Way_Update",
  upgrade: "Plan_Way_Upgrade",
  patch: "Plan_Way_Patch",
  furtherSolution: "Plan_Way_Further",
};

export const STANDING_LOOKS: Readonly<Record<PlanStanding, { readonly word: string; readonly tone: Tone }>> = {
  missing: { word: "Plan_Standing_Missing", tone: "neutral" },
  contradicted: { word: "Plan_Standing_Contradicted", tone: "warning" },
  gone: { word: "Plan_Standing_Gone", tone: "unknown" },
  unknown: { word: "Plan_Standing_Unknown", tone: "unknown" },
  kept: { word: "Plan_Standing_Kept", tone: "good" },
};

export const DOUBT_WORDS: Readonly<Record<PlanDoubt, string>> = {
  version: "Plan_Doubt_Version",
  history: "Plan_Doubt_History",
  kind: "Plan_Doubt_Kind",
};

/** What contradicts the plan, and what of it could not be judged, each in a sentence. */
export const reasonsOf = ({ findings, doubts }: PlanRow, product: Product): string[] => [
  ...findings.map((finding) => contradictionText(finding, product)),
  ...doubts.map((doubt) => product.t(DOUBT_WORDS[doubt])),
];

/** A day as the host writes dates. */
export const dayText = (day: string | undefined, { host }: Product): string =>
  day === undefined ? "" : host.formatDate(new Date(`${day}T00:00:00`), false);

const isAct = (act: string): act is keyof typeof ACT_LOOKS => Object.prototype.hasOwnProperty.call(ACT_LOOKS, act);
const isWay = (way: string): way is PlannedWay => Object.prototype.hasOwnProperty.call(WAY_WORDS, way);

/** What contradicts the plan, in one sentence. */
export function contradictionText(finding: Finding, product: Product): string {
  const { t, plural } = product;
  const { ruleId, evidence } = finding;
  if (ruleId === "versionBehind") return t("Plan_VersionBehind", evidence.installed, evidence.expected);
  if (ruleId === "reviewOverdue") return plural("Plan_Overdue", evidence.days, dayText(evidence.nextReview, product));
  if (ruleId === "planOwnerDisabled") return t("Plan_OwnerDisabled", evidence.owner);
  if (ruleId !== "wayDiffers") return ruleId;
  const { planned, used, version } = evidence;
  const usedWord = isAct(used) ? t(ACT_LOOKS[used].word) : used;
  return t("Plan_WayDiffers", version, usedWord, isWay(planned) ? t(WAY_WORDS[planned]) : planned);
}
