import * as React from "react";
import { EmptyState } from "../../ui/EmptyState";
import { Details } from "../../ui/Notice";
import { detailsOf } from "../failureTexts";
import { useProduct } from "../product";
import { failureOf, shown } from "../resource";
import type { SolutionList } from "./useSolutionList";

export interface PageEmptyProps {
  readonly list: SolutionList;
  readonly onClear: () => void;
}

/** Why the list is empty: no permission, nothing installed, or no match. Nothing where it is not. */
export function PageEmpty({ list, onClear }: PageEmptyProps): React.ReactElement | null {
  const product = useProduct();
  const { t, state, store } = product;
  const loaded = shown(state.solutions);
  const failure = failureOf(state.solutions);
  if (failure?.kind === "forbidden" && !loaded) {
    return (
      <EmptyState
        shape="lock"
        title={t("Solutions_ForbiddenTitle")}
        text={t("Solutions_ForbiddenText", failure.privilege ?? "prvReadSolution")}
        action={{ label: t("Ui_Retry"), onClick: () => store.retry("solutions") }}
      >
        <Details details={detailsOf(failure, product)} />
      </EmptyState>
    );
  }
  if (!loaded || list.rows.length > 0) return null;
  if (list.counts.filteredOut === 0) {
    return <EmptyState shape="box" title={t("Solutions_EmptyTitle")} text={t("Solutions_EmptyText")} />;
  }
  return (
    <EmptyState
      shape="search"
      title={t("Solutions_NoMatchTitle")}
      text={t("Solutions_NoMatchText")}
      action={{ label: t("Solutions_ClearFilters"), onClick: onClear }}
    />
  );
}
