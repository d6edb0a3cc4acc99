/** Why a package could not be read. Texts for people are made from the code by whoever shows it. */
export type PackageErrorCode =
  | "empty" // 0 bytes
  | "unreadable" // the file is gone, locked, or has changed since it was chosen
  | "notZip" // no zip directory
  | "damagedZip" // directory or an entry contradicts itself, checksum differs
  | "unsafePath" // entry name is absolute, has "..", a drive or a NUL
  | "tooLarge" // an entry or the sum would inflate past the limit (zip bomb), or a document has too many elements
  | "duplicateEntry"
  | "missingEntry" // solution.xml, customizations.xml or [Content_Types].xml is absent
  | "brokenXml"
  | "forbiddenXml" // DOCTYPE / entity declarations
  | "notSolution" // XML is fine but is not a solution manifest
  | "encrypted"
  | "unsupportedCompression";

/** A package that cannot be read. `place` names the entry (and line where known) at fault. */
export class PackageError extends Error {
  override readonly name = "PackageError";

  constructor(
    readonly code: PackageErrorCode,
    message: string,
    readonly place?: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message);
    // The control is compiled for ES2021, whose Error takes no cause yet; consoles show it from the property.
    if (options?.cause !== undefined) Object.defineProperty(this, "cause", { value: options.cause });
  }
}
