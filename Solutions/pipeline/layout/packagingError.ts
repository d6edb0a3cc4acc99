/** Why a folder cannot be packed, or a package cannot be unpacked. Stable, for programs. */
export type PackagingErrorCode =
  | "missingFolder" // the folder does not exist or is not a folder
  | "missingFile" // a file that the layout or another file asks for
  | "missingSection" // Customizations.xml has no place for components that the folder holds
  | "missingVariant" // a component of a "both" folder exists only as managed, or only as unmanaged
  | "unknownFile" // the folder holds a file that belongs to no component
  | "unsupportedKind" // a kind of component whose layout this packer does not know
  | "unknownEntry" // the package holds an entry that no component refers to
  | "duplicateComponent" // two files say that they are the same component
  | "danglingReference" // an index names a component that has no definition
  | "brokenXml" // not well-formed, or not the element that belongs there
  | "wrongPackageType" // a managed package of an unmanaged-only folder, or the other way round
  | "badVersion" // a version that cannot be stamped
  | "unsafePath" // a path that leads out of the folder
  | "unwritable" // the target cannot be written
  | "targetNotEmpty"; // the target folder of unpack holds something already

/** A folder that cannot be packed or a package that cannot be unpacked. Nothing has been written when it is thrown. */
export class PackagingError extends Error {
  override readonly name = "PackagingError";

  /** @param place the file (path inside the folder or package) or folder at fault. */
  constructor(
    readonly code: PackagingErrorCode,
    message: string,
    readonly place: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
