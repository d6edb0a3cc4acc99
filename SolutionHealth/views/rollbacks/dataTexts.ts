import type { DataItem } from "../../domain/consequences/dataAtRisk";
import type { Product } from "../product";

/** "18,204 rows, counted now", "at least 5,000 rows": never more certain than the count is. */
export function amountText({ kind, count }: DataItem, { t, plural }: Pick<Product, "t" | "plural">): string {
  if (count.status === "unknown") return t(kind === "rows" ? "Data_RowsUnknown" : "Data_ValuesUnknown");
  const amount = kind === "rows" ? plural("Data_Rows", count.count) : plural("Data_Values", count.count);
  switch (count.status) {
    case "exact":
      return t("Data_Exact", amount);
    case "atLeast":
      return t("Data_AtLeast", amount);
    case "snapshot":
      return t("Data_Snapshot", amount);
  }
}

/** Nothing is lost only where that has been counted. */
export const isEmpty = ({ count }: DataItem): boolean => count.status === "exact" && count.count === 0;
