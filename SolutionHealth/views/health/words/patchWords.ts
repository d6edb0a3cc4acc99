import type { WordsOf } from "./words";

type PatchRule =
  "patchOrphaned" | "patchOutOfOrder" | "patchSuperseded" | "patchVersionMismatch" | "patchesPilingUp" | "baseLocked";

export const PATCH_WORDS: WordsOf<PatchRule> = {
  patchOrphaned: {
    title: "HealthRule_PatchOrphaned",
    meaning: "HealthRule_PatchOrphaned_Meaning",
    found: ({ version, base }, { t, solution }) => t("HealthRule_PatchOrphaned_Found", version, solution(base)),
  },
  patchOutOfOrder: {
    title: "HealthRule_PatchOutOfOrder",
    meaning: "HealthRule_PatchOutOfOrder_Meaning",
    found: ({ version, higher }, { t }) => t("HealthRule_PatchOutOfOrder_Found", version, higher),
  },
  patchSuperseded: {
    title: "HealthRule_PatchSuperseded",
    meaning: "HealthRule_PatchSuperseded_Meaning",
    found: ({ version, base }, { t }) => t("HealthRule_PatchSuperseded_Found", version, base),
  },
  patchVersionMismatch: {
    title: "HealthRule_PatchVersionMismatch",
    meaning: "HealthRule_PatchVersionMismatch_Meaning",
    found: ({ version, base }, { t }) => t("HealthRule_PatchVersionMismatch_Found", version, base),
  },
  patchesPilingUp: {
    title: "HealthRule_PatchesPilingUp",
    meaning: "HealthRule_PatchesPilingUp_Meaning",
    found: ({ patches, atMost }, { plural, host }) =>
      plural("HealthRule_PatchesPilingUp_Found", patches, host.formatNumber(atMost)),
  },
  baseLocked: {
    title: "HealthRule_BaseLocked",
    meaning: "HealthRule_BaseLocked_Meaning",
    found: ({ patches }, { plural }) => plural("HealthRule_BaseLocked_Found", patches),
  },
};
