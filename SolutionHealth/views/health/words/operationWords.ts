import { ACT_LOOKS } from "../../history/looks";
import type { FoundContext, WordsOf } from "./words";

type OperationRule =
  | "lastOperationFailed"
  | "failedRecently"
  | "operationRunning"
  | "operationStuck"
  | "upgradeLeftOver"
  | "upgradeWaiting"
  | "upgradeWithoutBase"
  | "reinstalled"
  | "versionLowered"
  | "versionRepeated";

/** Acts are told by their own words; one that this page does not know is told as the server named it. */
function actText(act: string, { t }: FoundContext): string {
  const look = Object.entries(ACT_LOOKS).find(([known]) => known === act)?.[1];
  return look ? t(look.word) : act;
}

export const OPERATION_WORDS: WordsOf<OperationRule> = {
  lastOperationFailed: {
    title: "HealthRule_LastOperationFailed",
    meaning: "HealthRule_LastOperationFailed_Meaning",
    found: ({ act, version }, words) => words.t("HealthRule_LastOperationFailed_Found", actText(act, words), version),
  },
  failedRecently: {
    title: "HealthRule_FailedRecently",
    meaning: "HealthRule_FailedRecently_Meaning",
    found: ({ failures, days }, { plural, host }) =>
      plural("HealthRule_FailedRecently_Found", failures, host.formatNumber(days)),
  },
  operationRunning: {
    title: "HealthRule_OperationRunning",
    meaning: "HealthRule_OperationRunning_Meaning",
    found: ({ act, version }, words) => words.t("HealthRule_OperationRunning_Found", actText(act, words), version),
  },
  operationStuck: {
    title: "HealthRule_OperationStuck",
    meaning: "HealthRule_OperationStuck_Meaning",
    found: ({ act, hours }, words) => words.plural("HealthRule_OperationStuck_Found", hours, actText(act, words)),
  },
  upgradeLeftOver: {
    title: "HealthRule_UpgradeLeftOver",
    meaning: "HealthRule_UpgradeLeftOver_Meaning",
    found: ({ version, because }, { t }) =>
      t(because === "failed" ? "HealthRule_UpgradeLeftOver_Found" : "HealthRule_UpgradeLeftOver_NotHigher", version),
  },
  upgradeWaiting: {
    title: "HealthRule_UpgradeWaiting",
    meaning: "HealthRule_UpgradeWaiting_Meaning",
    found: ({ version }, { t }) => t("HealthRule_UpgradeWaiting_Found", version),
  },
  upgradeWithoutBase: {
    title: "HealthRule_UpgradeWithoutBase",
    meaning: "HealthRule_UpgradeWithoutBase_Meaning",
    found: ({ base, version }, { t, solution }) => t("HealthRule_UpgradeWithoutBase_Found", solution(base), version),
  },
  reinstalled: {
    title: "HealthRule_Reinstalled",
    meaning: "HealthRule_Reinstalled_Meaning",
    found: ({ uninstalledOn, installedOn }, { t, host }) =>
      t("HealthRule_Reinstalled_Found", host.formatDate(uninstalledOn, false), host.formatDate(installedOn, false)),
  },
  versionLowered: {
    title: "HealthRule_VersionLowered",
    meaning: "HealthRule_VersionLowered_Meaning",
    found: ({ from, to }, { t }) => t("HealthRule_VersionLowered_Found", from, to),
  },
  versionRepeated: {
    title: "HealthRule_VersionRepeated",
    meaning: "HealthRule_VersionRepeated_Meaning",
    found: ({ version, times }, { plural }) => plural("HealthRule_VersionRepeated_Found", times, version),
  },
};
