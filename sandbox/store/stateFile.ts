import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import type { EnvironmentState } from "./model";

/** The format this version of the sandbox writes and reads. */
const FORMAT: EnvironmentState["format"] = 1;

const ARRAYS = [
  "users",
  "publishers",
  "solutions",
  "components",
  "memberships",
  "history",
  "importJobs",
  "asyncOperations",
  "stagedUploads",
] as const;

const OBJECTS = ["organization", "rows", "environmentTypes"] as const;

/** Why a saved environment cannot be used. */
export class StateFileError extends Error {
  override readonly name = "StateFileError";

  constructor(
    readonly code: "notFound" | "unreadable" | "notState" | "otherFormat" | "unwritable",
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/**
 * Reads a saved environment.
 * @throws {StateFileError} when the file is absent, is not JSON, is not a saved environment, or has another format.
 */
export function loadState(file: string): EnvironmentState {
  const text = readText(file);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new StateFileError("unreadable", `${file} is not JSON: the file is damaged or is something else.`, { cause });
  }
  return checked(value, file);
}

/**
 * Writes the environment beside the file and moves it into place, so that a crash leaves the old file or the new one.
 * @throws {StateFileError} when the folder cannot be written to.
 */
export function saveState(file: string, state: Readonly<EnvironmentState>): void {
  const target = resolve(file);
  const beside = `${target}.${randomUUID()}.new`;
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(beside, JSON.stringify(state), { encoding: "utf8", flush: true });
    renameSync(beside, target);
  } catch (cause) {
    discard(beside);
    throw new StateFileError("unwritable", `${file} could not be written.`, { cause });
  }
}

/** An independent copy: nothing done to it shows in the original. */
export function copyOf(state: Readonly<EnvironmentState>): EnvironmentState {
  return structuredClone({ ...state });
}

/** Best effort: the reason for the failure may also forbid this. */
function discard(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {
    // There was nothing to discard, or it cannot be: the caller is told of the first failure.
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    if (isRecord(cause) && cause.code === "ENOENT") {
      throw new StateFileError("notFound", `${file} does not exist.`, { cause });
    }
    throw new StateFileError("unreadable", `${file} could not be read.`, { cause });
  }
}

function checked(value: unknown, file: string): EnvironmentState {
  if (!isRecord(value) || !("format" in value)) {
    throw new StateFileError("notState", `${file} is not a saved environment.`);
  }
  if (value.format !== FORMAT) {
    const found = JSON.stringify(value.format);
    throw new StateFileError(
      "otherFormat",
      `${file} has format ${found}, this version reads format ${String(FORMAT)}. Start without it, or use the version that wrote it.`,
    );
  }
  const missing = [
    ...ARRAYS.filter((name) => !Array.isArray(value[name])),
    ...OBJECTS.filter((name) => !isRecord(value[name])),
    ...(typeof value.nextVersionNumber === "number" ? [] : ["nextVersionNumber"]),
  ];
  if (missing.length > 0) {
    throw new StateFileError("notState", `${file} is not a whole saved environment: ${missing.join(", ")} is missing.`);
  }
  return value as unknown as EnvironmentState;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
