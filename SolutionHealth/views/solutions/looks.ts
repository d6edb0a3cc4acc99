import type { SolutionKind } from "../../domain/model/solution";
import type { Tone } from "../../ui/tone";
import type { SolutionState } from "./rows";

export const KIND_WORDS: Readonly<Record<SolutionKind, string>> = {
  managed: "Kind_Managed",
  unmanaged: "Kind_Unmanaged",
  patch: "Kind_Patch",
  holding: "Kind_Holding",
};

export interface StateLook {
  readonly tone: Tone;
  readonly word: string;
  /** Why it stands so and what to do, as a sentence. */
  readonly reason: string;
}

export const STATE_LOOKS: Readonly<Record<SolutionState, StateLook>> = {
  installed: { tone: "good", word: "State_Installed", reason: "State_Installed_Reason" },
  leftOver: { tone: "warning", word: "State_LeftOver", reason: "State_LeftOver_Reason" },
  failed: { tone: "bad", word: "State_Failed", reason: "State_Failed_Reason" },
};
