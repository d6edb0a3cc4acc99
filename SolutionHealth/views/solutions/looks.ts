import type { SolutionKind } from "../../domain/model/solution";
import type { SolutionAssessment, SolutionReason, SolutionState } from "../../domain/solutions/assessment";
import type { Tone } from "../../ui/tone";
import type { Product } from "../product";

export const KIND_WORDS: Readonly<Record<SolutionKind, string>> = {
  managed: "Kind_Managed",
  unmanaged: "Kind_Unmanaged",
  patch: "Kind_Patch",
  holding: "Kind_Holding",
};

export const STATE_WORDS: Readonly<Record<SolutionState, string>> = {
  problem: "State_Problem",
  running: "State_Running",
  unknown: "State_Unknown",
  noProblemFound: "State_NoProblemFound",
};

interface ReasonLook {
  readonly tone: Tone;
  readonly word: string;
  readonly sentence: string;
}

const REASON_LOOKS: Readonly<Record<SolutionReason["kind"], ReasonLook>> = {
  lastOperationFailed: { tone: "bad", word: "Reason_Failed", sentence: "Reason_Failed_Text" },
  operationRunning: { tone: "busy", word: "Reason_Running", sentence: "Reason_Running_Text" },
  lastOperationUnclear: { tone: "unknown", word: "Reason_Unclear", sentence: "Reason_Unclear_Text" },
  historyUnread: { tone: "unknown", word: "Reason_HistoryUnread", sentence: "Reason_HistoryUnread_Text" },
  upgradeWaiting: { tone: "warning", word: "Reason_UpgradeWaiting", sentence: "Reason_UpgradeWaiting_Text" },
  upgradeLeftOver: { tone: "bad", word: "Reason_UpgradeLeftOver", sentence: "Reason_UpgradeLeftOver_Text" },
  upgradeWithoutBase: { tone: "warning", word: "Reason_UpgradeAlone", sentence: "Reason_UpgradeAlone_Text" },
  patchWithoutBase: { tone: "warning", word: "Reason_PatchAlone", sentence: "Reason_PatchAlone_Text" },
  patchVersionMismatch: { tone: "warning", word: "Reason_PatchVersion", sentence: "Reason_PatchVersion_Text" },
  patchSuperseded: { tone: "warning", word: "Reason_PatchSuperseded", sentence: "Reason_PatchSuperseded_Text" },
  patchOutOfOrder: { tone: "warning", word: "Reason_PatchOrder", sentence: "Reason_PatchOrder_Text" },
};

/** How a solution's state is shown: the reason that decides, in two words, and every reason as a sentence. */
export interface StateLook {
  readonly tone: Tone;
  readonly word: string;
  readonly sentences: readonly string[];
}

export function stateLook(assessment: SolutionAssessment, product: Product): StateLook {
  const { t, host, state } = product;
  const [first] = assessment.reasons;
  if (!first) {
    const since = assessment.historySince;
    const sentence = since ? t("State_NoProblemSince_Text", host.formatDate(since, false)) : t("State_NoProblem_Text");
    return { tone: "good", word: t("State_NoProblemFound"), sentences: [sentence] };
  }
  if (first.kind === "historyUnread" && state.history.status !== "failed") {
    return { tone: "busy", word: t("State_Checking"), sentences: [t("State_Checking_Text")] };
  }
  const { tone, word } = REASON_LOOKS[first.kind];
  return { tone, word: t(word), sentences: assessment.reasons.map((reason) => sentenceOf(reason, product)) };
}

const sentenceOf = (reason: SolutionReason, product: Product): string =>
  product.t(REASON_LOOKS[reason.kind].sentence, ...evidenceOf(reason, product));

/** What the sentence names: an operation with version and start, or another solution with its version. */
function evidenceOf(reason: SolutionReason, { t, host }: Product): string[] {
  if ("operation" in reason) {
    const { operation, version, startedOn } = reason.operation;
    return [operation, version, startedOn ? host.formatDate(startedOn, true) : t("Value_Unknown")];
  }
  if ("holding" in reason) return [reason.holding.uniqueName, reason.holding.version];
  if ("base" in reason) return [reason.base.displayName, reason.base.version];
  return "higher" in reason ? [reason.higher.displayName, reason.higher.version] : [];
}
