/** A document that is no XML (`broken`), or that declares a DOCTYPE or entities (`forbidden`). */
export class XmlError extends Error {
  override readonly name = "XmlError";

  constructor(
    readonly code: "broken" | "forbidden",
    message: string,
    /** Counted from 1; undefined where the fault has no one place. */
    readonly line?: number,
  ) {
    super(message);
  }
}
