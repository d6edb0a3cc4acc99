import type { Clock } from "../../../SolutionHealth/dataverse/clock";

/**
 * Everything a verb may touch besides its parameters and the files it is told to read and write. Given by `cli.ts`
 * from the process, by tests from plain objects.
 */
export interface Outside {
  /** Relative paths of parameters are taken from here. */
  readonly workingDir: string;
  /** Root of this product's checkout: where package.json, the sources and the build output lie. */
  readonly productRoot: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Messages for people. Goes to stderr. */
  readonly logger: Logger;
  /** Data for people and programs. Goes to stdout. */
  readonly output: Output;
  readonly host: Host;
  readonly fetch: typeof globalThis.fetch;
  readonly clock: Clock;
  /** True where stderr is a terminal: progress is then drawn as a bar. */
  readonly terminal: boolean;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
}

export interface Logger {
  info(text: string): void;
  warn(text: string): void;
  error(text: string): void;
  /** Raw text without a line end, for drawing on a terminal. */
  draw(text: string): void;
}

export interface Output {
  write(text: string): void;
}

/** What the machine offers besides files. */
export interface Host {
  /** Name reported to tools that ask who calls them. */
  readonly name: string;
  /**
   * Loads an optional npm package.
   * @returns its module, or undefined where it is not installed.
   * @throws whatever the package itself throws while loading.
   */
  loadPackage(name: string): Promise<unknown>;
  /**
   * Runs a command with an argument array, never through a shell; its output goes to the logger.
   * @returns its exit code.
   * @throws Error with code ENOENT where the command does not exist.
   */
  run(command: string, args: readonly string[], workingDir: string): Promise<number>;
  /**
   * Asks the person at the terminal.
   * @returns the line typed; undefined where nobody can type: no terminal, or its end.
   */
  askLine(question: string, signal: AbortSignal): Promise<string | undefined>;
  /** A fresh, empty folder that `cli.ts` removes when the program ends. */
  makeTemporaryFolder(): Promise<string>;
}
