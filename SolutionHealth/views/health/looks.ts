import type { FindingAcceptance, JudgedFinding } from "../../domain/health/healthReport";
import type { RuleId } from "../../domain/health/evidence";
import type { RuleGroup, Severity } from "../../domain/health/finding";
import type { FactPart } from "../../domain/health/healthFacts";
import type { ShownState } from "../../domain/health/shownState";
import type { Tone } from "../../ui/tone";

interface Look {
  readonly tone: Tone;
  readonly word: string;
}

/** As people are told a state: what was not wholly looked at has a mark of its own. */
export const SHOWN_LOOKS: Readonly<Record<ShownState, Look>> = {
  atRisk: { tone: "bad", word: "Health_State_AtRisk" },
  attention: { tone: "warning", word: "Health_State_Attention" },
  unknown: { tone: "unknown", word: "Health_State_Unknown" },
  noProblemFound: { tone: "unproven", word: "State_NoProblemFound" },
  healthy: { tone: "good", word: "Health_State_Healthy" },
};

export const SEVERITY_LOOKS: Readonly<Record<Severity, Look>> = {
  atRisk: { tone: "bad", word: "Health_Severity_AtRisk" },
  attention: { tone: "warning", word: "Health_Severity_Attention" },
  info: { tone: "neutral", word: "Health_Severity_Info" },
};

export const GROUP_WORDS: Readonly<Record<RuleGroup, string>> = {
  operation: "Health_Group_Operation",
  layers: "Health_Group_Layers",
  patches: "Health_Group_Patches",
  workingOrder: "Health_Group_WorkingOrder",
  compatibility: "Health_Group_Compatibility",
  plan: "Health_Group_Plan",
};

export const ACCEPTANCE_WORDS: Readonly<Record<FindingAcceptance, string>> = {
  open: "Health_Acceptance_Open",
  accepted: "Health_Acceptance_Accepted",
  snoozed: "Health_Acceptance_Snoozed",
  expired: "Health_Acceptance_Expired",
  changed: "Health_Acceptance_Changed",
};

export const CHANGE_WORDS: Readonly<Record<NonNullable<JudgedFinding["change"]>, string>> = {
  new: "Health_Change_New",
  worse: "Health_Change_Worse",
  better: "Health_Change_Better",
  changed: "Health_Change_Changed",
  same: "Health_Change_Same",
};

export const PART_WORDS: Readonly<Record<FactPart, string>> = {
  environment: "Health_Part_Environment",
  solutions: "Health_Part_Solutions",
  history: "Health_Part_History",
  steps: "Health_Part_Steps",
  processes: "Health_Part_Processes",
  owners: "Health_Part_Owners",
  serviceRules: "Health_Part_ServiceRules",
  connections: "Health_Part_Connections",
  variables: "Health_Part_Variables",
  plans: "Health_Part_Plans",
  overrides: "Health_Part_Overrides",
  stacks: "Health_Part_Stacks",
  unmanaged: "Health_Part_Unmanaged",
  dependencies: "Health_Part_Dependencies",
};

/** What exactly the environment does not tell, and what follows, by the rule that would have to know. */
export const NOT_TOLD_WORDS: Readonly<Partial<Record<RuleId, string>>> = {
  packageTooOld: "Health_NotTold_Package",
  packageNewer: "Health_NotTold_Version",
  lastOperationFailed: "Health_NotTold_Result",
  versionBehind: "Health_NotTold_Expected",
  unmanagedSolution: "Health_NotTold_Kind",
  componentsLoose: "Health_NotTold_Kind",
  processesOff: "Health_NotTold_Shipped",
  stepsOff: "Health_NotTold_Shipped",
  serviceRulesOff: "Health_NotTold_Shipped",
};

export const WHY_WORDS = {
  notAsked: "Health_Why_NotAsked",
  reading: "Health_Why_Reading",
  absent: "Health_Why_Absent",
  failed: "Health_Why_Failed",
  notTold: "Health_Why_NotTold",
  outdated: "Health_Why_Outdated",
} as const;
