import type { PlannedWay } from "../../../domain/plan/maintenancePlan";
import { listed, type FoundContext, type WordsOf } from "./words";

type OtherRule =
  | "packageNewer"
  | "packageTooOld"
  | "defaultPublisher"
  | "severalPublishers"
  | "planMissing"
  | "reviewOverdue"
  | "versionBehind"
  | "wayDiffers"
  | "planOwnerDisabled";

const WAY_WORDS: Readonly<Record<PlannedWay, string>> = {
  update: "Health_Way_Update",
  upgrade: "Health_Way_Upgrade",
  patch: "Health_Way_Patch",
  furtherSolution: "Health_Way_FurtherSolution",
};

function wayText(way: string, { t }: FoundContext): string {
  const word = Object.entries(WAY_WORDS).find(([known]) => known === way)?.[1];
  return word === undefined ? way : t(word);
}

/** Compatibility and plan. */
export const OTHER_WORDS: WordsOf<OtherRule> = {
  packageNewer: {
    title: "HealthRule_PackageNewer",
    meaning: "HealthRule_PackageNewer_Meaning",
    found: (evidence, { t }) => t("HealthRule_PackageNewer_Found", evidence.package, evidence.environment),
  },
  packageTooOld: {
    title: "HealthRule_PackageTooOld",
    meaning: "HealthRule_PackageTooOld_Meaning",
    found: (evidence, { t }) => t("HealthRule_PackageTooOld_Found", evidence.package),
  },
  defaultPublisher: {
    title: "HealthRule_DefaultPublisher",
    meaning: "HealthRule_DefaultPublisher_Meaning",
    found: ({ publisher }, { t }) => t("HealthRule_DefaultPublisher_Found", publisher),
  },
  severalPublishers: {
    title: "HealthRule_SeveralPublishers",
    meaning: "HealthRule_SeveralPublishers_Meaning",
    found: ({ components, publishers }, { plural }) =>
      plural("HealthRule_SeveralPublishers_Found", components, listed(publishers)),
  },
  planMissing: {
    title: "HealthRule_PlanMissing",
    meaning: "HealthRule_PlanMissing_Meaning",
    found: (_nothing, { t }) => t("HealthRule_PlanMissing_Found"),
  },
  reviewOverdue: {
    title: "HealthRule_ReviewOverdue",
    meaning: "HealthRule_ReviewOverdue_Meaning",
    found: ({ nextReview, days }, { plural }) => plural("HealthRule_ReviewOverdue_Found", days, nextReview),
  },
  versionBehind: {
    title: "HealthRule_VersionBehind",
    meaning: "HealthRule_VersionBehind_Meaning",
    found: ({ installed, expected }, { t }) => t("HealthRule_VersionBehind_Found", installed, expected),
  },
  wayDiffers: {
    title: "HealthRule_WayDiffers",
    meaning: "HealthRule_WayDiffers_Meaning",
    found: ({ planned, used, version }, words) =>
      words.t("HealthRule_WayDiffers_Found", version, wayText(used, words), wayText(planned, words)),
  },
  planOwnerDisabled: {
    title: "HealthRule_PlanOwnerDisabled",
    meaning: "HealthRule_PlanOwnerDisabled_Meaning",
    found: ({ owner }, { t }) => t("HealthRule_PlanOwnerDisabled_Found", owner),
  },
};
