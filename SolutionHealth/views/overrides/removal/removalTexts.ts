import type { RemovalNote } from "../../../domain/overrides/removability";
import type { RemovalOutcome } from "../../../domain/overrides/removalReport";
import type { Tone } from "../../../ui/tone";

/** What is to be known before an override is taken back. */
export const NOTE_SENTENCES: Readonly<Record<RemovalNote, string>> = {
  onlyLayer: "RemovalNote_OnlyLayer",
  noActiveLayer: "RemovalNote_NoActiveLayer",
  layersUnknown: "RemovalNote_LayersUnknown",
  notCustomizable: "RemovalNote_NotCustomizable",
  metadata: "RemovalNote_Metadata",
  mergeType: "RemovalNote_MergeType",
  state: "RemovalNote_State",
};

export interface OutcomeLook {
  readonly tone: Tone;
  readonly word: string;
  readonly sentence: string;
}

/** How each outcome is shown. Not known is never shown as good. */
export const OUTCOME_LOOKS: Readonly<Record<RemovalOutcome, OutcomeLook>> = {
  removed: { tone: "good", word: "Outcome_Removed", sentence: "Outcome_Removed_Text" },
  stillThere: { tone: "warning", word: "Outcome_StillThere", sentence: "Outcome_StillThere_Text" },
  refused: { tone: "bad", word: "Outcome_Refused", sentence: "Outcome_Refused_Text" },
  reappeared: { tone: "warning", word: "Outcome_Reappeared", sentence: "Outcome_Reappeared_Text" },
  unknown: { tone: "unknown", word: "Outcome_Unknown", sentence: "Outcome_Unknown_Text" },
  skipped: { tone: "neutral", word: "Outcome_Skipped", sentence: "Outcome_Skipped_Text" },
};
