import type { AcceptanceState, OverrideReason, OverrideState } from "../../domain/overrides/override";
import type { OverrideRow } from "../../state/overrides/model";
import type { Tone } from "../../ui/tone";
import { meaningOf } from "../failureTexts";
import type { Texts } from "../texts";

export const OVERRIDE_LOOKS: Readonly<Record<OverrideState, { readonly tone: Tone; readonly word: string }>> = {
  real: { tone: "warning", word: "Override_Real" },
  stateOnly: { tone: "warning", word: "Override_StateOnly" },
  phantom: { tone: "neutral", word: "Override_Phantom" },
  unknown: { tone: "unknown", word: "Override_Unknown" },
};

export const REASON_SENTENCES: Readonly<Record<OverrideReason, string>> = {
  changesProperties: "OverrideReason_Properties",
  changesChildren: "OverrideReason_Children",
  changesState: "OverrideReason_State",
  changesNothing: "OverrideReason_Nothing",
  changesBookkeeping: "OverrideReason_Bookkeeping",
  changesUnreadable: "OverrideReason_Unreadable",
  childrenUnreadable: "OverrideReason_ChildrenUnreadable",
  noLayers: "OverrideReason_NoLayers",
  readFailed: "OverrideReason_ReadFailed",
  typeUnknown: "OverrideReason_TypeUnknown",
};

/** Why the row is in its state; for failed readings with what the failure means. */
export function reasonOf({ facts, failure }: OverrideRow, texts: Texts): string {
  const sentence = texts.t(REASON_SENTENCES[facts.reason]);
  return failure ? `${sentence} ${meaningOf(failure, texts)}` : sentence;
}

export const ACCEPTANCE_WORDS: Readonly<Record<AcceptanceState, string | undefined>> = {
  new: undefined,
  unknown: undefined,
  accepted: "Acceptance_Accepted",
  changed: "Acceptance_Changed",
  expired: "Acceptance_Expired",
};

/** Everything that the override changes, by technical name. */
export const changedNames = ({ facts }: OverrideRow): readonly string[] => [
  ...facts.changed,
  ...facts.changedState,
  ...(facts.state === "phantom" ? facts.bookkeeping : []),
];
