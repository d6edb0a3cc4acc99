import { listed, type WordsOf } from "./words";

type WorkingRule =
  | "stepsOff"
  | "processesOff"
  | "serviceRulesOff"
  | "ownerDisabled"
  | "connectionUnbound"
  | "variableEmpty"
  | "dependencyMissing"
  | "requiredSolutionMissing"
  | "requiredSolutionOlder";

export const WORKING_WORDS: WordsOf<WorkingRule> = {
  stepsOff: {
    title: "HealthRule_StepsOff",
    meaning: "HealthRule_StepsOff_Meaning",
    found: ({ parts }, { plural }) => plural("HealthRule_StepsOff_Found", parts),
  },
  processesOff: {
    title: "HealthRule_ProcessesOff",
    meaning: "HealthRule_ProcessesOff_Meaning",
    found: ({ parts, flows }, { plural }) =>
      [
        plural("HealthRule_ProcessesOff_Found", parts),
        ...(flows > 0 ? [plural("HealthRule_ProcessesOff_Flows", flows)] : []),
      ].join(", "),
  },
  serviceRulesOff: {
    title: "HealthRule_ServiceRulesOff",
    meaning: "HealthRule_ServiceRulesOff_Meaning",
    found: ({ parts }, { plural }) => plural("HealthRule_ServiceRulesOff_Found", parts),
  },
  ownerDisabled: {
    title: "HealthRule_OwnerDisabled",
    meaning: "HealthRule_OwnerDisabled_Meaning",
    found: ({ parts, owners }, { plural }) => plural("HealthRule_OwnerDisabled_Found", parts, listed(owners)),
  },
  connectionUnbound: {
    title: "HealthRule_ConnectionUnbound",
    meaning: "HealthRule_ConnectionUnbound_Meaning",
    found: ({ references }, { plural }) => plural("HealthRule_ConnectionUnbound_Found", references),
  },
  variableEmpty: {
    title: "HealthRule_VariableEmpty",
    meaning: "HealthRule_VariableEmpty_Meaning",
    found: ({ variables }, { plural }) => plural("HealthRule_VariableEmpty_Found", variables),
  },
  dependencyMissing: {
    title: "HealthRule_DependencyMissing",
    meaning: "HealthRule_DependencyMissing_Meaning",
    found: ({ components }, { plural }) => plural("HealthRule_DependencyMissing_Found", components),
  },
  requiredSolutionMissing: {
    title: "HealthRule_RequiredSolutionMissing",
    meaning: "HealthRule_RequiredSolutionMissing_Meaning",
    found: ({ required }, { t, solution }) => t("HealthRule_RequiredSolutionMissing_Found", solution(required)),
  },
  requiredSolutionOlder: {
    title: "HealthRule_RequiredSolutionOlder",
    meaning: "HealthRule_RequiredSolutionOlder_Meaning",
    found: ({ required, installed, needed }, { t, solution }) =>
      t("HealthRule_RequiredSolutionOlder_Found", solution(required), installed, needed),
  },
};
