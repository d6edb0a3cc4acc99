import { listed, type WordsOf } from "./words";

type LayerRule =
  | "overrideNew"
  | "overrideChanged"
  | "overrideExpired"
  | "overrideAccepted"
  | "layerShadowed"
  | "layerUnexplained"
  | "unmanagedSolution"
  | "componentsLoose";

export const LAYER_WORDS: WordsOf<LayerRule> = {
  overrideNew: {
    title: "HealthRule_OverrideNew",
    meaning: "HealthRule_OverrideNew_Meaning",
    found: ({ overrides }, { plural }) => plural("HealthRule_OverrideNew_Found", overrides),
  },
  overrideChanged: {
    title: "HealthRule_OverrideChanged",
    meaning: "HealthRule_OverrideChanged_Meaning",
    found: ({ overrides }, { plural }) => plural("HealthRule_OverrideChanged_Found", overrides),
  },
  overrideExpired: {
    title: "HealthRule_OverrideExpired",
    meaning: "HealthRule_OverrideExpired_Meaning",
    found: ({ overrides }, { plural }) => plural("HealthRule_OverrideExpired_Found", overrides),
  },
  overrideAccepted: {
    title: "HealthRule_OverrideAccepted",
    meaning: "HealthRule_OverrideAccepted_Meaning",
    found: ({ overrides }, { plural }) => plural("HealthRule_OverrideAccepted_Found", overrides),
  },
  layerShadowed: {
    title: "HealthRule_LayerShadowed",
    meaning: "HealthRule_LayerShadowed_Meaning",
    found: ({ components, by }, { plural, solution }) =>
      plural("HealthRule_LayerShadowed_Found", components, listed(by.map(solution))),
  },
  layerUnexplained: {
    title: "HealthRule_LayerUnexplained",
    meaning: "HealthRule_LayerUnexplained_Meaning",
    found: ({ components }, { plural }) => plural("HealthRule_LayerUnexplained_Found", components),
  },
  unmanagedSolution: {
    title: "HealthRule_UnmanagedSolution",
    meaning: "HealthRule_UnmanagedSolution_Meaning",
    found: ({ version }, { t }) => t("HealthRule_UnmanagedSolution_Found", version),
  },
  componentsLoose: {
    title: "HealthRule_ComponentsLoose",
    meaning: "HealthRule_ComponentsLoose_Meaning",
    found: ({ components }, { plural }) => plural("HealthRule_ComponentsLoose_Found", components),
  },
};
