/** Why a file was not taken. Nothing of it is used then. */
export interface FileProblem {
  readonly code: "notJson" | "otherFormat" | "newerVersion" | "invalid" | "tooLarge" | "otherEnvironment" | "damaged";
  /** Where in the file, e.g. "items[3].component.id"; for `invalid` and `damaged`. */
  readonly place?: string;
  /** What was expected there, in plain English; evidence, not a translated text. */
  readonly detail?: string;
}

/** Thrown by the readers of files; carries the problem as data. */
export class FileFormatError extends Error {
  override readonly name = "FileFormatError";

  constructor(readonly problem: FileProblem) {
    super([problem.code, problem.place, problem.detail].filter((part) => part !== undefined).join(": "));
  }
}
