import type { IncomingPackage } from "./incomingPackage";
import type { PackageFacts, RequiredComponent } from "./releaseFacts";
import { RELEASE_WAYS, type ReleaseFinding } from "./releasePreview";

/**
 * What the package needs from elsewhere and this environment lacks: components, checked one by one (fact sheet §13.1: "missing"
 * in a manifest only means outside of it), values, and parts of the package itself that nobody could read.
 * @param releasedBefore unique names (lower case) of the solutions that packages of the same release bring
 */
export function requirementFindings(found: PackageFacts, releasedBefore: ReadonlySet<string>): ReleaseFinding[] {
  return [
    ...found.required.flatMap((required) => requirementFinding(required, releasedBefore)),
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

function requirementFinding(required: RequiredComponent, releasedBefore: ReadonlySet<string>): ReleaseFinding[] {
  if (required.presence === "present") return [];
  const solution = solutionOf(required);
  const evidence = { name: required.schemaName ?? required.displayName ?? required.id ?? "", solution };
  const shared = { ways: RELEASE_WAYS, evidence, required };
  if (required.presence === "unknown") return [{ id: "dependencyUnknown", severity: "warning", ...shared }];
  if (releasedBefore.has(solution.toLowerCase())) return [{ id: "dependencyInRelease", severity: "info", ...shared }];
  // What the platform itself should have may be called differently here: likely, not certain.
  const severity = solution.toLowerCase().startsWith("system") ? "warning" : "blocker";
  return [{ id: "missingDependency", severity, code: "0x8004801D", ...shared }];
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
