import { mayDeleteMore } from "../../domain/releases/deletions";
import type { WayPreview } from "../../domain/releases/releasePreview";
import type { Product } from "../product";

type Words = Pick<Product, "t" | "plural">;

/** "deletes 3", "deletes at least 3", "deletions not known". */
export function deletesLine(way: WayPreview, { t, plural }: Words): string {
  const { deleted } = way.counts;
  if (mayDeleteMore(way)) return deleted > 0 ? plural("Release_DeletesAtLeast", deleted) : t("Release_DeletesUnknown");
  return deleted > 0 ? plural("Release_Deletes", deleted) : t("Release_DeletesNothing");
}

/** The same as a sentence about a package. */
export function deletesSentence(way: WayPreview, displayName: string, { t, plural }: Words): string {
  const { deleted } = way.counts;
  if (mayDeleteMore(way)) {
    return deleted > 0
      ? plural("Import_DeletesAtLeast", deleted, displayName)
      : t("Import_DeletesUnknown", displayName);
  }
  return deleted > 0 ? plural("Import_Deletes", deleted, displayName) : t("Import_DeletesNothing", displayName);
}
