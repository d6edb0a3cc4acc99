import { RELEASE_RULE_WORDS } from "./releaseRuleWords";
import { many, type WordsByRule } from "./ruleWords";

/** The words of the command line, which speaks English. */
export const RULE_WORDS: WordsByRule = {
  ...RELEASE_RULE_WORDS,
  patchOrphaned: {
    rule: "Patch without its base",
    found: ({ version, base }) => `Patch ${version} without ${base}`,
    meaning: "Nothing can be installed over it; uninstall it or bring its base back.",
  },
  patchOutOfOrder: {
    rule: "Patch out of order",
    found: ({ version, higher }) => `Patch ${version} was installed after ${higher}`,
    meaning: "Its layers may lie above what should decide.",
  },
  patchSuperseded: {
    rule: "Patch overtaken by its base",
    found: ({ version, base }) => `Patch ${version} is not higher than its base ${base}`,
    meaning: "It still lies on top of what has replaced it.",
  },
  patchVersionMismatch: {
    rule: "Patch of another version",
    found: ({ version, base }) => `Patch ${version} does not belong to ${base}`,
    meaning: "It was made for another version of its base.",
  },
  patchesPilingUp: {
    rule: "Patches pile up",
    found: ({ patches, atMost }) => `${many(patches, "patch", "patches")} over one base, more than ${atMost}`,
    meaning: "Each is one more layer; an upgrade of the base rolls them up.",
  },
  baseLocked: {
    rule: "Unmanaged base locked by patches",
    found: ({ patches }) => `Locked by ${many(patches, "patch", "patches")}`,
    meaning: "It can be neither edited nor exported until they are deleted or rolled up.",
  },
  stepsOff: {
    rule: "Plug-in steps disabled",
    found: ({ parts }) => `${many(parts, "plug-in step")} disabled that the solution ships enabled`,
    meaning: "Its logic does not run, and data drifts in silence.",
  },
  processesOff: {
    rule: "Processes or flows off",
    found: ({ parts, flows }) =>
      `${many(parts, "process", "processes")} off that the solution ships on` +
      (flows > 0 ? `, ${many(flows, "flow")} among them` : ""),
    meaning: "What they do is not done.",
  },
  serviceRulesOff: {
    rule: "Rules in draft",
    found: ({ parts }) => `${many(parts, "rule")} in draft that the solution ships active`,
    meaning: "Duplicates, service levels or cases are not handled as the solution means to.",
  },
  ownerDisabled: {
    rule: "Owned by disabled users",
    found: ({ parts, owners }) => `${many(parts, "process", "processes")} owned by ${owners.join(", ")}`,
    meaning: "They stop running, and an upgrade that touches them fails.",
  },
  connectionUnbound: {
    rule: "Connection references without a connection",
    found: ({ references }) => `${many(references, "connection reference")} without a connection`,
    meaning: "Flows that use them cannot be turned on, or fail.",
  },
  variableEmpty: {
    rule: "Environment variables without a value",
    found: ({ variables, required }) =>
      `${many(variables, "environment variable")} without a value, ${required} of them required`,
    meaning: "What reads them works with nothing.",
  },
  dependencyMissing: {
    rule: "Missing components",
    found: ({ components, solutions }) =>
      `${many(components, "component")} that it needs ${components === 1 ? "is" : "are"} not here` +
      (solutions.length > 0 ? ` (${solutions.join(", ")})` : ""),
    meaning: "What uses them fails, and so will the next import.",
  },
  requiredSolutionMissing: {
    rule: "A required solution is missing",
    found: ({ required, components }) => `${required} is not installed; ${many(components, "component")} of it needed`,
    meaning: "The solution builds on it.",
  },
  requiredSolutionOlder: {
    rule: "A required solution is too old",
    found: ({ required, installed, needed }) => `${required} is installed as ${installed}; ${needed} is needed`,
    meaning: "It lacks what the solution builds on.",
  },
  packageNewer: {
    rule: "Made for a newer platform",
    found: (evidence) => `Made for ${evidence.package}, this environment is ${evidence.environment}`,
    meaning: "The package cannot be imported here again.",
  },
  packageTooOld: {
    rule: "Package of a format that is refused",
    found: (evidence) => `Package version ${evidence.package}`,
    meaning: "Should the solution be lost here, it cannot be imported again.",
  },
  defaultPublisher: {
    rule: "Default publisher",
    found: ({ publisher }) => `Published by ${publisher}`,
    meaning: "The prefix is random, and nobody stands behind it.",
  },
  severalPublishers: {
    rule: "Components of several publishers",
    found: ({ components, publishers }) => `${many(components, "component")} held by ${publishers.join(", ")} too`,
    meaning: "The solution cannot be uninstalled, and an upgrade that drops them fails.",
  },
  planMissing: {
    rule: "No plan",
    found: () => "There is no maintenance plan",
    meaning: "Nobody has said yet how the solution is to be kept healthy.",
  },
  reviewOverdue: {
    rule: "Review overdue",
    found: ({ nextReview, days }) => `The review of ${nextReview} is ${many(days, "day")} late`,
    meaning: "The plan may not fit any more.",
  },
  versionBehind: {
    rule: "Behind the planned version",
    found: ({ installed, expected }) => `${installed} is installed, the plan expects ${expected}`,
    meaning: "A release is due.",
  },
  wayDiffers: {
    rule: "Released in another way than planned",
    found: ({ planned, used, version }) => `${version} came by ${used}, planned is ${planned}`,
    meaning: "An upgrade deletes what an update keeps, and the other way round.",
  },
  planOwnerDisabled: {
    rule: "The plan's owner is disabled",
    found: ({ owner }) => `${owner} cannot sign in any more`,
    meaning: "Nobody looks after the solution.",
  },
};
