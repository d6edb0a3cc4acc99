import { PackagingError } from "./packagingError";

/**
 * Name of an entry for a path of the folder. Packages follow the conventions of OPC, as SolutionPackager does: what
 * cannot stand in a URI is percent-encoded.
 */
export function toEntryName(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}

/**
 * Path in the folder for the name of an entry.
 * @throws PackagingError unsafePath: the name leads out of the folder, or cannot be a file's name everywhere.
 */
export function toPath(entryName: string): string {
  return safePath(entryName.split("/").map(decodeSegment).join("/"), entryName);
}

/** @throws PackagingError unsafePath. */
export function safePath(path: string, place: string): string {
  const segments = path.split("/");
  const bad = segments.some((segment) => /^(?:|\.{1,2})$|[\p{Cc}\\]|^[a-z]:/iu.test(segment));
  if (bad) throw new PackagingError("unsafePath", `The name ${JSON.stringify(path)} leads out of the folder.`, place);
  return path;
}

/** Packages of some tools are not encoded: a percent sign that encodes nothing stands for itself. */
function decodeSegment(segment: string): string {
  try {
    const decoded = decodeURIComponent(segment);
    return decoded.includes("/") ? segment : decoded;
  } catch {
    return segment;
  }
}
