/**
 * How a command ends. Documented in `--help` and in the README; a script may rely on them.
 * 1 is kept for "the work was done and the answer is no": findings with errors.
 */
export const ExitCode = {
  ok: 0,
  /** verify, check: at least one finding of severity error. */
  findings: 1,
  /** Unknown verb or option, missing argument, contradicting options. */
  usage: 2,
  /** The source folder or the package is missing, unreadable, or holds something that is refused. */
  input: 3,
  /** The target cannot be written. */
  output: 4,
  /** Signing in failed, or the environment cannot be reached. */
  connection: 5,
  /** The environment refused or failed the operation. */
  refused: 6,
  /** The operation was started, but how it ended is not known. Look before trying again. */
  unknown: 7,
  /** A tool or package that is needed for this is not installed. */
  missingTool: 8,
  /** A step of the build failed. */
  build: 9,
  /** health: something needs attention, and nothing is at risk. */
  attention: 10,
  /** A fault of this program. */
  internal: 70,
  /** Ended by the person (Ctrl+C). */
  cancelled: 130,
} as const;

export type ExitCodeValue = (typeof ExitCode)[keyof typeof ExitCode];

export interface PipelineErrorOptions {
  /** Our own short name of the fault, or the server's code; stable, for programs. */
  readonly code: string;
  /** What happened, one sentence. */
  readonly message: string;
  /** What the person can do about it, one or two sentences. */
  readonly whatToDo: string;
  readonly exitCode: ExitCodeValue;
  readonly cause?: unknown;
}

/** The one error of the command line: everything that a verb throws on purpose. */
export class PipelineError extends Error {
  override readonly name = "PipelineError";
  readonly code: string;
  readonly whatToDo: string;
  readonly exitCode: ExitCodeValue;

  constructor(options: PipelineErrorOptions) {
    super(options.message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = options.code;
    this.whatToDo = options.whatToDo;
    this.exitCode = options.exitCode;
  }
}

/** Text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  const { message } = propertiesOf(thrown);
  return typeof message === "string" ? message : String(thrown);
}

/** Code of an error of the system, e.g. "ENOENT". */
export function systemCodeOf(thrown: unknown): string | undefined {
  const { code } = propertiesOf(thrown);
  return typeof code === "string" ? code : undefined;
}

/** Errors may come from another realm, where `instanceof Error` says no. */
function propertiesOf(thrown: unknown): { readonly message?: unknown; readonly code?: unknown } {
  return typeof thrown === "object" && thrown !== null ? thrown : {};
}
