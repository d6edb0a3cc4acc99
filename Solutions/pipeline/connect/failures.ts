import { DataverseError, type DataverseErrorKind } from "../../../SolutionHealth/dataverse/errors";
import { ExitCode, type ExitCodeValue, messageOf, PipelineError } from "../errors";
import { adviceFor } from "./advice";

const UNREACHABLE: ReadonlySet<DataverseErrorKind> = new Set(["network", "timeout", "signedOut"]);

const CONNECTION_ADVICE: Partial<Record<DataverseErrorKind, string>> = {
  network: "Check the address and your network connection.",
  timeout: "The environment did not answer in time. Try again later.",
  signedOut: "Sign in with an account or application of this environment, and check the address.",
  throttled: "The environment is busy and asks for rest. Try again later.",
};

/**
 * The command line's error for one of the environment's.
 * @param doing what was being done, e.g. "Importing Contoso".
 */
export function toPipelineError(thrown: unknown, doing: string): PipelineError {
  if (thrown instanceof PipelineError) {
    return thrown;
  }
  // A token that could not be renewed comes out of the transport as a broken connection.
  if (thrown instanceof DataverseError && thrown.cause instanceof PipelineError) {
    return thrown.cause;
  }
  if (!(thrown instanceof DataverseError)) {
    return internal(thrown, doing);
  }
  const reason = thrown.serverText ?? thrown.message;
  return new PipelineError({
    code: thrown.code ?? thrown.kind,
    message: `${doing} failed: ${reason}${thrown.code && !reason.includes(thrown.code) ? ` (${thrown.code})` : ""}`,
    whatToDo: CONNECTION_ADVICE[thrown.kind] ?? adviceFor(thrown.code, thrown.serverText),
    exitCode: exitCodeFor(thrown.kind),
    cause: thrown,
  });
}

/** The error for an operation that was sent, and of which nobody knows how it ended. */
export function outcomeUnknown(doing: string, cause?: unknown): PipelineError {
  return new PipelineError({
    code: "outcomeUnknown",
    message: `${doing} was sent, but how it ended is not known${cause === undefined ? "" : ` (${messageOf(cause)})`}.`,
    whatToDo: "Do not start it again yet. Look at the solution history of the environment: it may still be running.",
    exitCode: ExitCode.unknown,
    cause,
  });
}

/**
 * The error for an operation that was started and cannot be followed any more: whatever the reason, nobody knows how
 * it ends.
 */
export function lostSight(thrown: unknown, doing: string): PipelineError {
  return thrown instanceof DataverseError ? outcomeUnknown(doing, thrown) : toPipelineError(thrown, doing);
}

/** The error for an operation that the environment carried out and that failed there. */
export function refused(doing: string, code: string | undefined, text: string | undefined): PipelineError {
  return new PipelineError({
    code: code ?? "refused",
    message: `${doing} failed: ${text ?? "the environment gives no reason."}${code ? ` (${code})` : ""}`,
    whatToDo: adviceFor(code, text),
    exitCode: ExitCode.refused,
  });
}

function exitCodeFor(kind: DataverseErrorKind): ExitCodeValue {
  return UNREACHABLE.has(kind) ? ExitCode.connection : ExitCode.refused;
}

function internal(thrown: unknown, doing: string): PipelineError {
  return new PipelineError({
    code: "internal",
    message: `${doing} failed: ${messageOf(thrown)}`,
    whatToDo: "This is a fault of this program. Please report it together with the command that you ran.",
    exitCode: ExitCode.internal,
    cause: thrown,
  });
}
