import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { booleanOf, guidOf, isRow, numberOf, present, rowOf, textOf, type WireRow } from "../wire";
import { errorCodeOf } from "./retrieveAsyncOperation";
import { type Base64File, UPLOAD_TIMEOUT } from "./importRequest";

/** One thing the server has to say about a package (fact sheet §6.3). */
export interface ValidationResult {
  readonly kind: "info" | "warning" | "error";
  readonly message: string;
  /** In the form of the Web API, e.g. "0x80048068". */
  readonly code?: string;
  readonly more?: string;
}

/** A component that the package needs and that is not there, in the server's words. */
export interface StagedMissing {
  readonly name: string;
  /** Number of its type, or the name of the type, as the server wrote it. */
  readonly type: string;
  readonly parent?: string;
  readonly solution?: string;
  readonly dependent?: string;
}

/** A component that the answer lists. It is not the package's inventory: only a few kinds are listed (§6.3). */
export interface StagedComponent {
  readonly name: string;
  /** As written, lower case: `connectionreference`, `environmentvariabledefinition`, … */
  readonly typeName: string;
  /** Undefined for "Unknown". */
  readonly present?: boolean;
  /** The parallel `Keys` and `Values`, joined. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** What `StageSolution` found out about a package, and the upload that an import can name in place of the file. */
export interface StagedSolution {
  readonly uploadId: Guid;
  readonly passed: boolean;
  readonly validation: readonly ValidationResult[];
  readonly missing: readonly StagedMissing[];
  readonly components: readonly StagedComponent[];
  /** What the server takes the package for. */
  readonly details: {
    readonly uniqueName?: string;
    readonly version?: string;
    readonly managed?: boolean;
    readonly patch?: boolean;
    readonly previousVersion?: string;
    readonly pendingUpgrade?: boolean;
  };
}

/**
 * Uploads a package and lets the server validate it; nothing is installed, but an upload stays for a while (§6.3).
 * Not sent again by itself: after an error with `outcomeUnknown` there may be an upload that nobody uses.
 * @throws DataverseError
 */
export async function stageSolution(
  customizationFile: Base64File,
  transport: Transport,
  signal?: AbortSignal,
): Promise<StagedSolution> {
  const options = { timeout: UPLOAD_TIMEOUT, ...(signal && { signal }) };
  const body = await transport.post("StageSolution", { CustomizationFile: customizationFile }, options);
  const result = isRow(body) ? rowOf(body, "StageSolutionResults") : undefined;
  const uploadId = result && guidOf(result, "StageSolutionUploadId");
  if (!result || uploadId === undefined) {
    throw new DataverseError("unreadable", "The answer does not name the upload.", { outcomeUnknown: true });
  }
  const validation = rowsOf(result, "SolutionValidationResults").map(toValidation);
  const errors = validation.some(({ kind }) => kind === "error");
  return {
    uploadId,
    // An enum, 0 = Failed (§6.3). Anything that is not the one good word seen counts as not passed.
    passed: isStatus(result, "passed", 1) && !errors,
    validation,
    missing: rowsOf(result, "MissingDependencies").map(toMissing),
    components: rowsOf(result, "SolutionComponentsDetails").map(toComponent),
    details: toDetails(rowOf(result, "SolutionDetails") ?? {}),
  };
}

const rowsOf = (row: WireRow, name: string): WireRow[] => {
  const list = row[name];
  return Array.isArray(list) ? (list as unknown[]).filter(isRow) : [];
};

const isStatus = (row: WireRow, word: string, number: number): boolean =>
  textOf(row, "StageSolutionStatus")?.toLowerCase() === word || numberOf(row, "StageSolutionStatus") === number;

const KINDS: Readonly<Record<string, ValidationResult["kind"]>> = {
  info: "info",
  "0": "info",
  warning: "warning",
  "1": "warning",
  error: "error",
  "2": "error",
};

function toValidation(row: WireRow): ValidationResult {
  const written = (textOf(row, "SolutionValidationResultType") ?? "").toLowerCase();
  const code = numberOf(row, "ErrorCode");
  return {
    // A kind that is not known is no reason to think well of it.
    kind: KINDS[written] ?? "warning",
    message: textOf(row, "Message") ?? "",
    ...present({
      code: code === undefined ? textOf(row, "ErrorCode") : errorCodeOf(code),
      more: textOf(row, "AdditionalInfo"),
    }),
  };
}

function toMissing(row: WireRow): StagedMissing {
  return {
    name: textOf(row, "RequiredComponentSchemaName") ?? textOf(row, "RequiredComponentDisplayName") ?? "",
    type: textOf(row, "RequiredComponentType") ?? "",
    ...present({
      parent: textOf(row, "RequiredComponentParentSchemaName"),
      solution: textOf(row, "RequiredSolutionName"),
      dependent: textOf(row, "DependentComponentSchemaName") ?? textOf(row, "DependentComponentDisplayName"),
    }),
  };
}

function toComponent(row: WireRow): StagedComponent {
  return {
    name: textOf(row, "ComponentName") ?? "",
    typeName: (textOf(row, "ComponentTypeName") ?? "").toLowerCase(),
    ...present({ present: booleanOf(row, "IsPresentInOrg") }),
    attributes: pairsOf(rowOf(row, "Attributes") ?? {}),
  };
}

function pairsOf(attributes: WireRow): Map<string, string> {
  const { Keys: keys, Values: values } = attributes;
  if (!Array.isArray(keys) || !Array.isArray(values)) return new Map();
  const texts = (values as unknown[]).map((value) => (typeof value === "string" ? value : ""));
  return new Map((keys as unknown[]).map((key, index) => [String(key), texts[index] ?? ""] as const));
}

const toDetails = (row: WireRow): StagedSolution["details"] =>
  present({
    uniqueName: textOf(row, "SolutionUniqueName"),
    version: textOf(row, "SolutionVersion"),
    managed: booleanOf(row, "IsManaged"),
    patch: booleanOf(row, "IsPatchSolution"),
    previousVersion: textOf(row, "PreviousSolutionVersion"),
    pendingUpgrade: booleanOf(row, "HasPendingUpgrade"),
  });
