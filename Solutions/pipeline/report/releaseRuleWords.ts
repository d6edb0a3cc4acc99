import { day, many, named, type WordsByRule } from "./ruleWords";

/** Words of the rules about operations and layers. */
export const RELEASE_RULE_WORDS = {
  lastOperationFailed: {
    rule: "The last operation failed",
    found: ({ act, version, errorCode, errorText }) =>
      [`${named(act, version)} failed`, errorText, errorCode && `(${errorCode})`].filter(Boolean).join(": "),
    meaning: "The solution is not in the state that whoever started it wanted.",
  },
  failedRecently: {
    rule: "Operations failed lately",
    found: ({ failures, days }) => `${many(failures, "operation")} failed in the last ${many(days, "day")}`,
    meaning: "Worth a look before the next release, although a later one went well or the solution is not there.",
  },
  operationRunning: {
    rule: "An operation is running",
    found: ({ act, version }) => `${named(act, version)} is running`,
    meaning: "What is read of the solution now may be half old, half new.",
  },
  operationStuck: {
    rule: "An operation runs too long",
    found: ({ act, version, hours }) => `${named(act, version)} has been running for ${many(hours, "hour")}`,
    meaning: "While it holds the lock, nothing else can be installed.",
  },
  upgradeLeftOver: {
    rule: "A staged upgrade was left behind",
    found: ({ version, because }) =>
      `The staged upgrade to ${version} cannot be applied: ` +
      (because === "notHigher" ? "its version is not higher" : "the last try failed"),
    meaning: "The next try fails until it is uninstalled.",
  },
  upgradeWaiting: {
    rule: "A staged upgrade waits",
    found: ({ version }) => `The staged upgrade to ${version} waits to be applied`,
    meaning: "Its layers are on top already, while nothing has been deleted yet.",
  },
  upgradeWithoutBase: {
    rule: "A staged upgrade without its solution",
    found: ({ base, version }) => `Named like an upgrade of ${base} to ${version}, which is not installed`,
    meaning: "It cannot be applied.",
  },
  reinstalled: {
    rule: "Uninstalled and installed again",
    found: ({ uninstalledOn, installedOn, version }) =>
      `Uninstalled on ${day(uninstalledOn)} and installed again as ${version} on ${day(installedOn)}`,
    meaning:
      "Its tables and columns went with all their data and came back empty. Release by update or upgrade instead.",
  },
  versionLowered: {
    rule: "A lower version was imported",
    found: ({ from, to }) => `${to} was imported over ${from}`,
    meaning: "Components of the higher version stay, some of them older now.",
  },
  versionRepeated: {
    rule: "The same version was imported again",
    found: ({ version, times }) => `${version} was imported ${many(times, "time")}`,
    meaning: "The number says no longer what is installed.",
  },
  overrideNew: {
    rule: "New overrides",
    found: ({ overrides }) => `${many(overrides, "override")} that nobody has accepted`,
    meaning: "What the next release changes there will not be seen.",
  },
  overrideChanged: {
    rule: "Accepted overrides have changed",
    found: ({ overrides }) => `${many(overrides, "accepted override")} changed since`,
    meaning: "What was accepted is not what is there.",
  },
  overrideExpired: {
    rule: "The acceptance of overrides has expired",
    found: ({ overrides }) => `The acceptance of ${many(overrides, "override")} has expired`,
    meaning: "Somebody said that they may stay until then.",
  },
  overrideAccepted: {
    rule: "Accepted overrides",
    found: ({ overrides }) => many(overrides, "accepted override"),
    meaning: "They still hide what releases bring.",
  },
  layerShadowed: {
    rule: "Not on top of its own components",
    found: ({ components, by }) => `${by.join(", ")} decides ${many(components, "component")} of it`,
    meaning: "Releases of this solution do not show there.",
  },
  layerUnexplained: {
    rule: "Layers of a solution that is not installed",
    found: ({ components, layers }) => `${many(components, "component")} with layers of ${layers.join(", ")}`,
    meaning: "They still decide, and nothing that is installed can take them away.",
  },
  unmanagedSolution: {
    rule: "Unmanaged solution in production",
    found: ({ version }) => `Unmanaged solution ${version} in a production environment`,
    meaning: "What is changed in it has no way back and is nowhere else.",
  },
  componentsLoose: {
    rule: "Loose components in production",
    found: ({ components }) => `${many(components, "component")} made by hand, in no solution`,
    meaning: "Nobody can tell whose they are.",
  },
} satisfies Partial<WordsByRule>;
