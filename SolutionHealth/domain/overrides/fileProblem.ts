/**
 * Why a file was not taken; nothing of it is used then.
 * - `notJson`, `otherFormat` it is some other file, `newerVersion` made by a later version of this product
 * - `invalid` a part is not what it should be, `damaged` the content is not what was once written
 * - `otherEnvironment` a backup of another environment
 */
export interface FileProblem {
  readonly code: "notJson" | "otherFormat" | "newerVersion" | "invalid" | "damaged" | "otherEnvironment";
  /** Where in the file, e.g. "items[3].component.id"; for `invalid`. */
  readonly place?: string;
  /** What was expected there, in plain English: evidence, not a translated text. */
  readonly detail?: string;
}

/** Thrown by the readers of files; carries the problem as data. */
export class FileFormatError extends Error {
  override readonly name = "FileFormatError";

  constructor(readonly problem: FileProblem) {
    super([problem.code, problem.place, problem.detail].filter((part) => part !== undefined).join(": "));
  }
}
