import type { Finding, HealthAction, RuleGroup } from "../../../SolutionHealth/domain/health/finding";
import type { RuleId } from "../../../SolutionHealth/domain/health/evidence";
import type { FactPart } from "../../../SolutionHealth/domain/health/healthFacts";
import type { FindingAcceptance } from "../../../SolutionHealth/domain/health/healthReport";
import type { RuleUnknown } from "../../../SolutionHealth/domain/health/rule";
import type { ShownState } from "../../../SolutionHealth/domain/health/shownState";
import type { FindingColumn } from "../../../SolutionHealth/domain/health/report/findingCells";
import type { HealthWords, ReportHeading } from "../../../SolutionHealth/domain/health/report/healthWords";
import { RULE_WORDS } from "./healthRuleWords";
import { many, type RuleWords } from "./ruleWords";

const HEADINGS: Readonly<Record<ReportHeading, string>> = {
  title: "Health of the environment",
  environment: "Environment",
  createdOn: "Made on",
  state: "State",
  changes: "Changes",
  gone: "Gone",
  solutions: "Solutions",
  solution: "Solution",
  findings: "Findings",
  unknown: "Could not be told",
  read: "What was looked at",
  part: "Part",
  readOn: "Read on",
  nothingFound: "Nothing was found.",
};

const COLUMNS: Readonly<Record<FindingColumn, string>> = {
  solution: "Solution",
  uniqueName: "Unique name",
  severity: "Severity",
  group: "Group",
  rule: "Rule",
  finding: "Finding",
  subjects: "Concerns",
  since: "Since",
  meaning: "Meaning",
  action: "What to do",
  acceptance: "Acceptance",
  reason: "Reason",
  until: "Until",
  change: "Change",
};

const PARTS: Readonly<Record<FactPart, string>> = {
  environment: "Environment",
  solutions: "Solutions",
  history: "Solution history",
  steps: "Plug-in steps",
  processes: "Processes and flows",
  owners: "Owners of processes",
  serviceRules: "Duplicate detection, SLAs, record creation, routing",
  connections: "Connection references",
  variables: "Environment variables",
  plans: "Maintenance plans",
  overrides: "Overrides",
  stacks: "Layers of shared components",
  unmanaged: "Unmanaged components",
  dependencies: "Dependencies",
};

const STATES: Readonly<Record<ShownState, string>> = {
  atRisk: "at risk",
  attention: "needs attention",
  unknown: "unknown",
  noProblemFound: "no problem found",
  healthy: "healthy",
};

const GROUPS: Readonly<Record<RuleGroup, string>> = {
  operation: "Operation",
  layers: "Layers",
  patches: "Patches",
  workingOrder: "Working order",
  compatibility: "Compatibility",
  plan: "Plan",
};

const ACCEPTANCE: Readonly<Record<FindingAcceptance, string>> = {
  open: "open",
  accepted: "accepted",
  snoozed: "snoozed",
  expired: "acceptance expired",
  changed: "changed since accepted",
};

const WHY: Readonly<Record<RuleUnknown["reason"], string>> = {
  notAsked: "not looked at; --deep looks at it",
  reading: "being read",
  absent: "this environment has no such table",
  failed: "could not be read",
  notTold: "the environment does not tell",
  outdated: "changed since it was looked at",
};

/** What exactly the environment does not tell, and what follows. */
const NOT_TOLD: Readonly<Partial<Record<RuleId, string>>> = {
  packageTooOld:
    "the environment does not say which version of Dataverse its package was made with, so whether it could be imported again is not known",
  packageNewer: "the environment does not say its own version",
  lastOperationFailed: "the history does not say how the last operation ended",
  versionBehind: "the version that its plan expects is no version number",
  unmanagedSolution: "the environment does not say whether it is a production environment",
  componentsLoose: "the environment does not say whether it is a production environment",
  processesOff: "their layers do not say whether the package brings them switched on",
  stepsOff: "their layers do not say whether the package brings them switched on",
  serviceRulesOff: "their layers do not say whether the package brings them switched on",
};

const MAKER_PLACES: Readonly<Record<Extract<HealthAction, { kind: "makerPortal" }>["place"], string>> = {
  solution: "the solution",
  flows: "its cloud flows and processes",
  connectionReferences: "its connection references",
  variables: "its environment variables",
  pluginSteps: "its plug-in steps",
  users: "the users",
};

function action(target: HealthAction): string {
  switch (target.kind) {
    case "solution":
      return `Open ${target.solution}, ${target.tab}`;
    case "overrides":
      return "Open the overrides: back up and remove, or accept";
    case "rollback":
      return `Preview the uninstall of ${target.solution}`;
    case "history":
      return "Look at the history: what the server said";
    case "release":
      return "Preview the release that mends it";
    case "plan":
      return "Open the plan";
    case "makerPortal":
      return `Open ${MAKER_PLACES[target.place]} in the maker portal`;
  }
}

/** The rule's own words for its own evidence, which only the id holds together. */
function found<K extends RuleId>({ ruleId, evidence }: Extract<Finding, { ruleId: K }>): string {
  const words: RuleWords<K> = RULE_WORDS[ruleId];
  return words.found(evidence as Parameters<RuleWords<K>["found"]>[0]);
}

function unknown({ ruleId, solution, reason, part, failure, count }: RuleUnknown): string {
  const about = [RULE_WORDS[ruleId].rule, solution && `of ${solution}`, count && `(${count})`]
    .filter(Boolean)
    .join(" ");
  const notTold = reason === "notTold" ? NOT_TOLD[ruleId] : undefined;
  if (notTold !== undefined) return `${about}: ${notTold}`;
  const why = failure ? `${WHY[reason]} (${failure.serverText ?? failure.kind})` : WHY[reason];
  return `${about}: ${PARTS[part].toLowerCase()} – ${why}`;
}

/** @param displayNames of solutions by lower-case unique name */
export const healthWords = (displayNames: ReadonlyMap<string, string>): HealthWords => ({
  language: "en",
  heading: (heading) => HEADINGS[heading],
  column: (column) => COLUMNS[column],
  state: (state) => STATES[state],
  severity: (severity) => ({ atRisk: "at risk", attention: "attention", info: "info" })[severity],
  group: (group) => GROUPS[group],
  rule: (rule) => RULE_WORDS[rule].rule,
  found,
  meaning: (rule) => RULE_WORDS[rule].meaning,
  action,
  acceptance: (acceptance) => ACCEPTANCE[acceptance],
  change: (change) => change,
  part: (part) => PARTS[part],
  unknown,
  notRead: (status) => WHY[status],
  counts: ({ atRisk, attention, unknown: open, healthy, noProblemFound = 0, accepted }) =>
    `${atRisk} at risk, ${attention} need attention, ${open} unknown, ` +
    (healthy === undefined ? `${noProblemFound} with no problem found` : `${healthy} healthy`) +
    `; ${many(accepted, "finding")} accepted or snoozed`,
  changes: (change) =>
    `Since ${change.since.toISOString().slice(0, 10)}: ${change.new} new, ${change.worse} worse, ` +
    `${change.better} better, ${change.changed} changed, ${change.gone} gone`,
  solution: (uniqueName) =>
    uniqueName === undefined ? "the environment" : (displayNames.get(uniqueName.toLowerCase()) ?? uniqueName),
  date: (date) => date.toISOString(),
});
