import type { StagedMissing, StagedSolution, ValidationResult } from "../../dataverse/operations/stageSolution";
import type { PackagePreview, ReleaseFinding, ReleaseWay } from "../../domain/releases/releasePreview";
import { compareVersions } from "../../domain/version";

/** What the server takes the package for, otherwise than the preview does; or that it did not pass, and does not say why. */
export type Disagreement =
  | "package"
  | "managed"
  | "unmanaged"
  | "patch"
  | "noPatch"
  | "pending"
  | "notPending"
  | "previousVersion"
  | "notPassed";

/** One thing that the server or the preview says about a package, side by side. */
export interface CheckLine {
  readonly key: string;
  readonly saidBy: "both" | "server" | "preview";
  /** The platform's code, where there is one. */
  readonly code?: string;
  readonly kind: ValidationResult["kind"] | "missing" | "disagreement";
  /** With `disagreement`. */
  readonly about?: Disagreement;
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
export function compareCheck(preview: PackagePreview, way: ReleaseWay, staged: StagedSolution): ServerCheck {
  const { findings } = preview;
  const ours = findings.filter(({ severity, ways }) => severity === "blocker" && ways.includes(way));
  const lines = [
    ...disagreements(preview, staged),
    ...validationLines(staged.validation, ours, findings),
    ...missingLines(staged, findings),
  ];
  return { agrees: lines.every(({ saidBy, kind }) => saidBy === "both" || kind === "info"), lines };
}

/** What the answer does not tell is no disagreement. */
function disagreements(preview: PackagePreview, staged: StagedSolution): CheckLine[] {
  const { details } = staged;
  const { managed, patchOf } = preview.package;
  const said = (about: Disagreement, text?: string): CheckLine => ({
    key: about,
    saidBy: "server",
    kind: "disagreement",
    about,
    ...(text !== undefined && { text }),
  });
  const differs = (theirs: boolean | undefined, ours: boolean): boolean => theirs !== undefined && theirs !== ours;
  return [
    ...identityOf(preview, staged).map((text) => said("package", text)),
    ...(differs(details.managed, managed) ? [said(managed ? "unmanaged" : "managed")] : []),
    ...(differs(details.patch, patchOf !== undefined) ? [said(patchOf === undefined ? "patch" : "noPatch")] : []),
    ...(differs(details.pendingUpgrade, preview.pendingUpgrade !== undefined)
      ? [said(preview.pendingUpgrade ? "notPending" : "pending")]
      : []),
    ...previousOf(preview, staged).map((text) => said("previousVersion", text)),
    ...(!staged.passed && isSilent(staged) ? [said("notPassed")] : []),
  ];
}

function identityOf({ package: { uniqueName, version } }: PackagePreview, { details }: StagedSolution): string[] {
  const name = details.uniqueName ?? uniqueName;
  const other = details.version ?? version;
  const same = name.toLowerCase() === uniqueName.toLowerCase() && compareVersions(other, version) === 0;
  return same ? [] : [`${name} ${other}`];
}

/** The version that is installed. Whether a patch's is its own or its base's is not documented [?]: it is not compared. */
function previousOf({ installed, package: own }: PackagePreview, { details }: StagedSolution): string[] {
  const { previousVersion } = details;
  if (previousVersion === undefined || own.patchOf !== undefined) return [];
  return installed && compareVersions(previousVersion, installed.version) === 0 ? [] : [previousVersion];
}

const isSilent = ({ validation, missing }: StagedSolution): boolean =>
  missing.length === 0 && validation.every(({ kind }) => kind !== "error");

const codeKey = (code: string | undefined): string => (code ?? "").toLowerCase();

/** Missing components are compared one by one, whatever code they come under. */
const isMissing = ({ id }: ReleaseFinding): boolean => id === "missingDependency";

function validationLines(
  validation: readonly ValidationResult[],
  ours: readonly ReleaseFinding[],
  findings: readonly ReleaseFinding[],
): CheckLine[] {
  const rest = new Set(ours.filter((finding) => !isMissing(finding)));
  const theirs = validation.map(({ kind, message, code }, index): CheckLine => {
    const finding = [...rest].find((other) => other.code !== undefined && codeKey(other.code) === codeKey(code));
    if (finding) rest.delete(finding);
    return {
      key: `server ${index}`,
      saidBy: finding || (kind !== "error" && findings.some(isNamedIn(message))) ? "both" : "server",
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

/**
 * A value that will be wanted is told by the server in words alone, with the name of what wants it. An error about it is more than
 * the preview says.
 */
function isNamedIn(message: string): (finding: ReleaseFinding) => boolean {
  const words = new Set(message.toLowerCase().split(/\W+/));
  return ({ value }) => value !== undefined && words.has(value.name.toLowerCase());
}

function missingLines({ missing }: StagedSolution, findings: readonly ReleaseFinding[]): CheckLine[] {
  const rest = new Set(findings.filter(isMissing));
  const theirs = missing.map((one, index): CheckLine => {
    const { name, solution } = one;
    const finding = [...rest].find(({ required }) => isSame(one, required));
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

/** Columns of two tables may have one name: where both tell the whole, it counts too. */
function isSame({ name, parent }: StagedMissing, required: ReleaseFinding["required"]): boolean {
  const whole = required?.parentSchemaName;
  const elsewhere = parent !== undefined && whole !== undefined && parent.toLowerCase() !== whole.toLowerCase();
  return !elsewhere && namesOf(required).includes(name.toLowerCase());
}

const namesOf = (required: ReleaseFinding["required"]): string[] =>
  [required?.schemaName, required?.displayName, required?.id].flatMap((name) => name?.toLowerCase() ?? []);
