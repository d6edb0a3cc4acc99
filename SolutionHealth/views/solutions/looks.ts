import type { SolutionKind } from "../../domain/model/solution";
import type { SolutionState } from "../../domain/solutions/solutionStanding";
import type { Tone } from "../../ui/tone";
import { SHOWN_LOOKS } from "../health/looks";

export const KIND_WORDS: Readonly<Record<SolutionKind, string>> = {
  managed: "Kind_Managed",
  unmanaged: "Kind_Unmanaged",
  patch: "Kind_Patch",
  holding: "Kind_Holding",
};

interface Look {
  readonly tone: Tone;
  /** Key of the word. */
  readonly word: string;
}

/** Those of health look as on its page. */
export const STANDING_LOOKS: Readonly<Record<SolutionState, Look>> = {
  ...SHOWN_LOOKS,
  running: { tone: "busy", word: "State_Running" },
  checking: { tone: "busy", word: "State_Checking" },
  notJudged: { tone: "neutral", word: "State_NotJudged" },
};
