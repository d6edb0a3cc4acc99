import { nameKey } from "../solutions/solutionNames";
import { broughtEarlier, type EarlierPackages } from "./earlierPackages";
import type { IncomingPackage } from "./incomingPackage";
import type { PackageFacts, RequiredComponent } from "./releaseFacts";
import { RELEASE_WAYS, type ReleaseFinding } from "./releasePreview";
import { requiredAddresses } from "./requiredAddress";

/**
 * What the package needs from elsewhere and this environment lacks: components, checked one by one (fact sheet §13.1: "missing"
 * in a manifest only means outside of it), values, and parts of the package itself that nobody could read.
 * @param earlier what packages of the same release that come before leave behind
 */
export function requirementFindings(found: PackageFacts, earlier: EarlierPackages): ReleaseFinding[] {
  return [
    ...found.required.flatMap((required) => requirementFinding(required, earlier)),
    ...valueFindings(found),
    ...partialFindings(found.package),
  ];
}

/** `Name` of `Name (1.2.3.4)`. No pattern: on a name of many blanks it would take minutes. */
export function solutionOf({ solution = "" }: Pick<RequiredComponent, "solution">): string {
  const text = solution.trim();
  const from = text.lastIndexOf("(");
  return from >= 0 && text.indexOf(")", from) === text.length - 1 ? text.slice(0, from).trim() : text;
}

function requirementFinding(required: RequiredComponent, earlier: EarlierPackages): ReleaseFinding[] {
  const solution = solutionOf(required);
  const evidence = { name: required.schemaName ?? required.displayName ?? required.id ?? "", solution };
  const shared = { ways: RELEASE_WAYS, evidence, required };
  if (required.presence === "present") {
    const by = requiredAddresses(required).flatMap((address) => earlier.dropped.get(address) ?? [])[0];
    if (by === undefined) return [];
    return [{ ...shared, id: "dependencyMayGo", severity: "warning", evidence: { ...evidence, solution: by } }];
  }
  if (broughtEarlier(earlier, required)) return [{ id: "dependencyInRelease", severity: "info", ...shared }];
  if (required.presence === "unknown" || earlier.partial.has(nameKey(solution))) {
    return [{ id: "dependencyUnknown", severity: "warning", ...shared }];
  }
  return [{ id: "missingDependency", severity: missingSeverity(solution, earlier), code: "0x8004801D", ...shared }];
}

/** What the platform itself, or a package of the release, should have may be called differently there: not certain. */
function missingSeverity(solution: string, { names }: EarlierPackages): "warning" | "blocker" {
  const key = nameKey(solution);
  return key.startsWith("system") || names.some((name) => nameKey(name) === key) ? "warning" : "blocker";
}

function valueFindings({ values }: PackageFacts): ReleaseFinding[] {
  return values.flatMap((value): ReleaseFinding[] => {
    if (value.value === "here" || value.value === "package") return [];
    const id = value.value === "none" ? "valueWanted" : "valueUnknown";
    return [
      {
        id,
        severity: id === "valueWanted" ? "info" : "warning",
        ways: RELEASE_WAYS,
        evidence: { name: value.name },
        value,
      },
    ];
  });
}

const partialFindings = ({ partial = [] }: IncomingPackage): ReleaseFinding[] =>
  partial.map(({ entry, type, text }) => ({
    id: "packagePartial",
    severity: "warning",
    ways: RELEASE_WAYS,
    evidence: { text, ...(entry !== undefined && { entry }), ...(type !== undefined && { type: String(type) }) },
  }));
