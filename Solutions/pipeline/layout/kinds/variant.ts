import { PackagingError } from "../packagingError";
import type { PackContext } from "./kind";

const MANAGED = "_managed.xml";
const PLAIN = ".xml";

/** File of a component for one package type. */
export function variantName(base: string, managed: boolean): string {
  return base + (managed ? MANAGED : PLAIN);
}

/** Path without the ending that tells the package types apart. */
export function variantBase(path: string): string {
  return path.endsWith(MANAGED) ? path.slice(0, -MANAGED.length) : path.slice(0, -PLAIN.length);
}

/**
 * The file to pack of a component that may be there once for each package type. The other one is marked as dealt with.
 * @returns undefined where it is to be left out.
 * @throws PackagingError missingVariant.
 */
export function variantFile(base: string, context: PackContext): string | undefined {
  const wanted = variantName(base, context.managed);
  const other = variantName(base, !context.managed);
  const hasOther = context.files.has(other);
  if (hasOther) context.files.leaveOut(other);
  if (context.files.has(wanted) || !hasOther) return wanted;
  if (context.missingVariant === "substitute") return other;
  if (context.missingVariant === "leaveOut") return undefined;
  const type = context.managed ? "managed" : "unmanaged";
  throw new PackagingError("missingVariant", `${other} has no counterpart ${wanted} for the ${type} package.`, wanted);
}

/** One base for each component below a folder, sorted, whichever of its files are there. */
export function variantBases(paths: readonly string[]): string[] {
  return [...new Set(paths.map(variantBase))];
}
