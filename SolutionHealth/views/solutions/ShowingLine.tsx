import * as React from "react";
import { Row } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import type { SolutionList } from "./listing";
import { isNarrowed, withoutFilters } from "./query";
import type { SolutionQuery } from "./query";

export interface ShowingLineProps {
  readonly list: SolutionList;
  readonly query: SolutionQuery;
  readonly onQuery: (query: SolutionQuery) => void;
}

/** How many of how many are shown, why the others are not, and how to see them. */
export function ShowingLine({ list, query, onQuery }: ShowingLineProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const number = host.formatNumber;
  return (
    <Row gap={8}>
      <span>{plural("Solutions_Showing", list.total, number(list.rows.length))}</span>
      {!query.everything && list.hidden > 0 && (
        <Muted>
          {plural("Solutions_Hidden", list.hidden)}{" "}
          <TextButton onClick={() => onQuery({ ...query, everything: true })}>{t("Solutions_ShowHidden")}</TextButton>
        </Muted>
      )}
      {query.everything && (
        <Muted>
          {t("Solutions_AllShown")}{" "}
          <TextButton onClick={() => onQuery({ ...query, everything: false })}>{t("Solutions_HideAgain")}</TextButton>
        </Muted>
      )}
      {isNarrowed(query) && (
        <TextButton onClick={() => onQuery(withoutFilters(query))}>{t("Solutions_ClearFilters")}</TextButton>
      )}
    </Row>
  );
}
