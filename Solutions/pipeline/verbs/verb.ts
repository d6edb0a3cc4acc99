import type { Command } from "commander";
import type { ExitCodeValue } from "../errors";
import type { Outside } from "../outside/outside";

/** What the program offers to its verbs. */
export interface Program {
  /** Version of this product, from package.json. */
  readonly version: string;
  /** Says how the program is to end, where that is not 0. */
  finish(exitCode: ExitCodeValue): void;
}

/** Makes the command of one verb. */
export type RegisterVerb = (outside: Outside, program: Program) => Command;
