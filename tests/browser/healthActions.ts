import type { RuleId } from "../../SolutionHealth/domain/health/evidence";
import type { HealthAction } from "../../SolutionHealth/domain/health/finding";

/** A finding's action as a person finds it on the page. */
export interface ActionPath {
  /** A rule with such an action, and its title in English, by which its findings are searched. */
  readonly rule: RuleId;
  readonly title: string;
  /** What the action is called. */
  readonly word: string;
}

export const ACTION_FORMS = [
  "solution overview",
  "solution components",
  "solution patches",
  "solution dependents",
  "rollback",
  "history",
  "history operation",
  "overrides",
  "release",
  "plan",
  "makerPortal",
] as const;

/** What decides where an action leads. */
export type ActionForm = (typeof ACTION_FORMS)[number];

/** @returns a form, or a text that is none where no browser follows such an action */
export function formOf(action: HealthAction): string {
  if (action.kind === "solution") return `solution ${action.tab}`;
  return action.kind === "history" && action.operation !== undefined ? "history operation" : action.kind;
}

/** Each form of action from a finding that has it. */
export const ACTION_PATHS: Readonly<Record<ActionForm, ActionPath>> = {
  "solution overview": { rule: "upgradeWithoutBase", title: "Upgrade without base", word: "Open solution" },
  "solution components": { rule: "layerShadowed", title: "Covered by another solution", word: "See components" },
  "solution patches": { rule: "upgradeWaiting", title: "Upgrade waiting", word: "See patches" },
  "solution dependents": { rule: "dependencyMissing", title: "Missing dependencies", word: "See dependencies" },
  rollback: { rule: "patchSuperseded", title: "Superseded patch", word: "Preview uninstall" },
  history: { rule: "layerUnexplained", title: "Components of no solution", word: "See history" },
  "history operation": { rule: "lastOperationFailed", title: "Last operation failed", word: "See what happened" },
  overrides: { rule: "overrideNew", title: "New overrides", word: "See overrides" },
  release: { rule: "requiredSolutionMissing", title: "Required solution missing", word: "Preview a release" },
  plan: { rule: "planMissing", title: "No plan", word: "Open plan" },
  makerPortal: { rule: "connectionUnbound", title: "No connection", word: "Open connection references" },
};
