import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { SORT_COLUMNS, solutionColumns } from "./columns";
import { Grid } from "../../ui/Grid";
import { useProduct } from "../product";
import { sortedBy } from "./query";
import type { SolutionQuery } from "./query";
import type { SolutionList } from "./useSolutionList";
import { choiceColumn } from "./choiceColumn";
import { useWidth } from "../useWidth";
import { useStateLook } from "./stateLook";

export interface SolutionGridProps {
  readonly list: SolutionList;
  readonly query: SolutionQuery;
  readonly onQuery: (query: SolutionQuery) => void;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly openId: Guid | undefined;
  readonly chosen: ReadonlySet<Guid>;
  readonly onChoose: (chosen: ReadonlySet<Guid>) => void;
  readonly shimmer: boolean;
}

/** The list itself. */
export function SolutionGrid(props: SolutionGridProps): React.ReactElement {
  const { list, query, onQuery, onOpen, openId, shimmer, chosen, onChoose } = props;
  const product = useProduct();
  const width = useWidth();
  const lookOf = useStateLook();
  const columns = React.useMemo(
    () => [
      ...(width === "phone" ? [] : [choiceColumn(product, chosen, onChoose)]),
      ...solutionColumns(product, lookOf, width === "phone"),
    ],
    [product, lookOf, width, chosen, onChoose],
  );
  const sortBy = (key: string): void => {
    const column = SORT_COLUMNS.find((known) => known === key);
    if (column) onQuery(sortedBy(query, column));
  };
  return (
    <Grid
      label={product.t("Frame_Solutions")}
      items={list.rows}
      columns={columns}
      getKey={({ solution }) => solution.id}
      narrow={width !== "wide"}
      sort={query.sort}
      onSort={sortBy}
      onOpen={({ solution }) => onOpen(solution)}
      activeKey={openId}
      shimmer={shimmer}
      scrolls
    />
  );
}
