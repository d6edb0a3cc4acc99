import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { Caller, Environment, EngineOptions, ImportRequest } from "../engine/contract";
import { createEnvironment } from "../engine/createEnvironment";
import { emptyState } from "../engine/emptyState";
import { PlatformFault } from "../engine/fault";
import { demoRows } from "./demoRows";
import { loadState, saveState } from "../store/stateFile";
import type { EnvironmentState } from "../store/model";

/** A solution that could not be imported at start, in one sentence. */
export class StartImportError extends Error {
  override readonly name = "StartImportError";
}

/** What a freshly started sandbox holds. */
export interface FirstContent {
  /**
   * Puts the first solutions in; called only where no saved state was loaded.
   * @returns the state to go on with, where it is not the environment's own
   */
  readonly fill: (environment: Environment) => Promise<EnvironmentState | undefined>;
}

/** The person who signs in: the first user that is not disabled. */
export function callerOf(state: Readonly<EnvironmentState>): Caller {
  const user = state.users.find(({ disabled }) => !disabled);
  return { userId: user?.id ?? "", activityId: randomUUID(), correlationId: randomUUID() };
}

/**
 * Opens the saved environment, or makes a new one and fills it.
 * @throws {StateFileError} when the file exists but cannot be used.
 */
export async function openEnvironment(
  stateFile: string | undefined,
  content: FirstContent,
  options: EngineOptions = {},
): Promise<Environment> {
  const saved = stateFile !== undefined && existsSync(stateFile) ? loadState(stateFile) : undefined;
  const open = (state: EnvironmentState): Environment =>
    createEnvironment(state, { rowsPerTable: demoRows, ...options });
  if (saved) return open(saved);
  const environment = open(emptyState({ friendlyName: "Contoso Sandbox" }));
  const state = await content.fill(environment);
  return state ? open(state) : environment;
}

/** Imports one zip from a file. @throws {StartImportError} naming the file and what the platform said. */
export function importFile(environment: Environment, file: string): void {
  let content: Uint8Array;
  try {
    content = readFileSync(file);
  } catch (cause) {
    throw new StartImportError(`${file} cannot be read.`, { cause });
  }
  importBytes(environment, content, file);
}

/** A plain import, as the maker portal's *Update* sends it. */
export function importRequest(content: Uint8Array): ImportRequest {
  return {
    content,
    importJobId: randomUUID(),
    overwriteUnmanagedCustomizations: false,
    publishWorkflows: true,
    holdingSolution: false,
    componentParameters: [],
  };
}

/** Imports one zip. @throws {StartImportError} naming it and what the platform said. */
export function importBytes(environment: Environment, content: Uint8Array, name: string): void {
  try {
    environment.importSolution(importRequest(content), callerOf(environment.state));
  } catch (cause) {
    if (!(cause instanceof PlatformFault)) throw cause;
    throw new StartImportError(`${name} could not be imported: ${cause.message} (${cause.code})`, { cause });
  }
}

/** Saves now and after each change. Synchronous, so that what was answered is on the disk. */
export function keepSaved(environment: Environment, file: string): void {
  saveState(file, environment.state);
  environment.onChange(() => saveState(file, environment.state));
}
