import * as React from "react";
import { Row } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { isNarrowed, withoutFilters } from "./query";
import type { SolutionQuery } from "./query";
import type { SolutionList } from "./useSolutionList";

export interface ShowingLineProps {
  readonly list: SolutionList;
  readonly query: SolutionQuery;
  readonly onQuery: (query: SolutionQuery) => void;
}

/** How many of how many are shown, why the others are not, and how to see them. */
export function ShowingLine({ list: { counts }, query, onQuery }: ShowingLineProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  return (
    <Row gap={12} baseline>
      <span>{plural("Solutions_Showing", counts.total, host.formatNumber(counts.shown))}</span>
      <Hidden
        open={query.showUnmanaged}
        hidden={plural("Solutions_HiddenUnmanaged", counts.hiddenUnmanaged)}
        count={counts.hiddenUnmanaged}
        included={t("Solutions_WithUnmanaged")}
        onToggle={() => onQuery({ ...query, showUnmanaged: !query.showUnmanaged })}
      />
      <Hidden
        open={query.showInvisible}
        hidden={plural("Solutions_HiddenInvisible", counts.hiddenInvisible)}
        count={counts.hiddenInvisible}
        included={t("Solutions_WithInvisible")}
        onToggle={() => onQuery({ ...query, showInvisible: !query.showInvisible })}
      />
      {isNarrowed(query) && (
        <Muted>
          {plural("Solutions_FilteredOut", counts.filteredOut)}{" "}
          <TextButton onClick={() => onQuery(withoutFilters(query))}>{t("Solutions_ClearFilters")}</TextButton>
        </Muted>
      )}
    </Row>
  );
}

interface HiddenProps {
  readonly open: boolean;
  readonly hidden: string;
  readonly count: number;
  readonly included: string;
  readonly onToggle: () => void;
}

function Hidden({ open, hidden, count, included, onToggle }: HiddenProps): React.ReactElement | null {
  const { t } = useProduct();
  if (!open && count === 0) return null;
  const what = open ? included : hidden;
  const verb = t(open ? "Solutions_Hide" : "Solutions_Show");
  return (
    <Muted>
      {what}{" "}
      <TextButton onClick={onToggle} name={`${verb}: ${what}`}>
        {verb}
      </TextButton>
    </Muted>
  );
}
