import * as React from "react";
import { EmptyState } from "../../ui/EmptyState";
import { useProduct } from "../product";
import { useOverrides } from "./overrides";

/** Why the list is empty: nothing scanned yet, nothing found, or no match. "Nothing found" only after a whole scan. */
export function ListEmpty({ onClear }: { readonly onClear: () => void }): React.ReactElement | null {
  const { t, plural } = useProduct();
  const { scan, rows, counts } = useOverrides().state;
  if (rows.length > 0 && rows.length === counts.phantom) {
    return (
      <EmptyState
        shape={scan.complete ? "circleCheck" : "question"}
        title={t(scan.complete ? "Overrides_NoneTitle" : "Overrides_NoneYetTitle")}
        text={plural("Overrides_OnlyPhantoms", counts.phantom)}
      />
    );
  }
  if (rows.length > 0) {
    return (
      <EmptyState
        shape="search"
        title={t("Overrides_NoMatchTitle")}
        text={t("Overrides_NoMatchText")}
        action={{ label: t("Solutions_ClearFilters"), onClick: onClear }}
      />
    );
  }
  if (scan.status === "idle") {
    return <EmptyState shape="layers" title={t("Overrides_IdleTitle")} text={t("Overrides_IdleText")} />;
  }
  if (scan.status === "running" || scan.status === "failed") return null;
  if (!scan.complete) {
    return <EmptyState shape="question" title={t("Overrides_NoneYetTitle")} text={t("Overrides_NoneYetText")} />;
  }
  return <EmptyState shape="circleCheck" title={t("Overrides_NoneTitle")} text={t("Overrides_NoneText")} />;
}
