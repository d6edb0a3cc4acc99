import type { StagedSolution, ValidationResult } from "../../dataverse/operations/stageSolution";
import type { PackagePreview, ReleaseFinding, ReleaseWay } from "../../domain/releases/releasePreview";
import { compareVersions } from "../../domain/version";

/** One thing that the server or the preview says about a package, side by side. */
export interface CheckLine {
  readonly key: string;
  readonly saidBy: "both" | "server" | "preview";
  /** The platform's code, where there is one. */
  readonly code?: string;
  readonly kind: ValidationResult["kind"] | "missing" | "identity";
  /** The server's words. */
  readonly text?: string;
  /** The preview's. */
  readonly finding?: ReleaseFinding;
}

export interface ServerCheck {
  /** Whether both come to the same: what only one of them says is in `lines`. */
  readonly agrees: boolean;
  readonly lines: readonly CheckLine[];
}

/** The server's validation beside the preview's findings. The server knows nothing of the way that is chosen. */
export function compareCheck(
  { package: own, findings }: PackagePreview,
  way: ReleaseWay,
  staged: StagedSolution,
): ServerCheck {
  const ours = findings.filter(({ severity, ways }) => severity === "blocker" && ways.includes(way));
  const lines = [
    ...identityLines(own, staged),
    ...validationLines(staged.validation, ours),
    ...missingLines(staged, findings),
  ];
  return { agrees: lines.every(({ saidBy, kind }) => saidBy === "both" || kind === "info"), lines };
}

function identityLines({ uniqueName, version }: PackagePreview["package"], { details }: StagedSolution): CheckLine[] {
  const name = details.uniqueName ?? uniqueName;
  const other = details.version ?? version;
  const same = name.toLowerCase() === uniqueName.toLowerCase() && compareVersions(other, version) === 0;
  return same ? [] : [{ key: "identity", saidBy: "server", kind: "identity", text: `${name} ${other}` }];
}

const codeKey = (code: string | undefined): string => (code ?? "").toLowerCase();

/** Missing components are compared one by one, whatever code they come under. */
const isMissing = ({ id }: ReleaseFinding): boolean => id === "missingDependency";

function validationLines(validation: readonly ValidationResult[], ours: readonly ReleaseFinding[]): CheckLine[] {
  const rest = new Set(ours.filter((finding) => !isMissing(finding)));
  const theirs = validation.map(({ kind, message, code }, index): CheckLine => {
    const finding = [...rest].find((other) => other.code !== undefined && codeKey(other.code) === codeKey(code));
    if (finding) rest.delete(finding);
    return {
      key: `server ${index}`,
      saidBy: finding ? "both" : "server",
      kind,
      text: message,
      ...(code !== undefined && { code }),
      ...(finding && { finding }),
    };
  });
  const onlyOurs = [...rest].map((finding, index): CheckLine => ({
    key: `preview ${index}`,
    saidBy: "preview",
    kind: "error",
    finding,
    ...(finding.code !== undefined && { code: finding.code }),
  }));
  return [...theirs, ...onlyOurs];
}

function missingLines({ missing }: StagedSolution, findings: readonly ReleaseFinding[]): CheckLine[] {
  const rest = new Set(findings.filter(isMissing));
  const theirs = missing.map(({ name, solution }, index): CheckLine => {
    const finding = [...rest].find(({ required }) => namesOf(required).includes(name.toLowerCase()));
    if (finding) rest.delete(finding);
    return {
      key: `missing ${index}`,
      saidBy: finding ? "both" : "server",
      kind: "missing",
      text: solution === undefined ? name : `${name} – ${solution}`,
      ...(finding && { finding }),
    };
  });
  const onlyOurs = [...rest].map((finding, index): CheckLine => ({
    key: `missed ${index}`,
    saidBy: "preview",
    kind: "missing",
    finding,
  }));
  return [...theirs, ...onlyOurs];
}

const namesOf = (required: ReleaseFinding["required"]): string[] =>
  [required?.schemaName, required?.displayName, required?.id].flatMap((name) => name?.toLowerCase() ?? []);
