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

function sentenceOf(reason: SolutionReason, { t, host }: Product): string {
  const { sentence } = REASON_LOOKS[reason.kind];
  switch (reason.kind) {
    case "lastOperationFailed":
    case "operationRunning":
    case "lastOperationUnclear": {
      const { operation, version, startedOn } = reason.operation;
      return t(sentence, operation, version, startedOn ? host.formatDate(startedOn, true) : t("Value_Unknown"));
    }
    case "upgradeWaiting":
    case "upgradeLeftOver":
      return t(sentence, reason.holding.uniqueName, reason.holding.version);
    case "patchVersionMismatch":
    case "patchSuperseded":
      return t(sentence, reason.base.displayName, reason.base.version);
    case "patchOutOfOrder":
      return t(sentence, reason.higher.displayName, reason.higher.version);
    case "historyUnread":
    case "upgradeWithoutBase":
    case "patchWithoutBase":
      return t(sentence);
  }
}
