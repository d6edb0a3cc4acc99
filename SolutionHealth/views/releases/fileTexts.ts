import type { FileRefusal } from "../../state/releases/model";
import type { Product } from "../product";

/** Why a file is not taken, in words; the reader's own words stand under "Details". */
const REFUSALS: Readonly<Record<string, string>> = {
  empty: "ReleaseX_File_Empty",
  notZip: "ReleaseX_File_NotZip",
  damagedZip: "ReleaseX_File_Damaged",
  unsafePath: "ReleaseX_File_UnsafePath",
  tooLarge: "ReleaseX_File_TooLarge",
  duplicateEntry: "ReleaseX_File_Damaged",
  missingEntry: "ReleaseX_File_MissingEntry",
  brokenXml: "ReleaseX_File_BrokenXml",
  forbiddenXml: "ReleaseX_File_ForbiddenXml",
  notSolution: "ReleaseX_File_NotSolution",
  encrypted: "ReleaseX_File_Encrypted",
  unsupportedCompression: "ReleaseX_File_Compression",
  sameFile: "ReleaseX_File_Same",
  sameSolution: "ReleaseX_File_SameSolution",
};

export const refusalText = ({ code, place }: FileRefusal, { t }: Pick<Product, "t">): string =>
  t(REFUSALS[code] ?? "ReleaseX_File_Unreadable", place ?? "");

const UNITS = ["Release_Bytes", "Release_Kilobytes", "Release_Megabytes"] as const;
const STEP = 1024;

/** "3.1 MB" */
export function sizeText(bytes: number, { t, decimal }: Pick<Product, "t" | "decimal">): string {
  const unit = bytes < STEP ? 0 : bytes < STEP * STEP ? 1 : 2;
  return t(UNITS[unit], decimal(bytes / STEP ** unit));
}
