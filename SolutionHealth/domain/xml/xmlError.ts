/** A document that is no XML (`broken`), declares a DOCTYPE or entities (`forbidden`), or has too many parts (`tooLarge`). */
export class XmlError extends Error {
  override readonly name = "XmlError";

  constructor(
    readonly code: "broken" | "forbidden" | "tooLarge",
    message: string,
    /** Counted from 1; undefined where the fault has no one place. */
    readonly line?: number,
  ) {
    super(message);
  }
}
