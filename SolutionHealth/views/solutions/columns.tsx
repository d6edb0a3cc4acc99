import * as React from "react";
import type { GridColumn } from "../../ui/gridColumns";
import { Indented } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Muted, OneLine } from "../../ui/Text";
import type { ShownRow } from "../../domain/solutions/filterSolutions";
import type { SortColumn } from "../../domain/solutions/sortSolutions";
import type { Product } from "../product";
import { KIND_WORDS } from "./looks";
import type { StateLook, StateLooks } from "./stateLook";

export const SORT_COLUMNS: readonly SortColumn[] = [
  "name",
  "state",
  "version",
  "publisher",
  "kind",
  "installedOn",
  "updatedOn",
];

type SolutionColumn = GridColumn<ShownRow> & { readonly key: SortColumn };

/**
 * The columns of the list. All of them sort.
 * @param phone the version stands under the name, and only name and state have a column
 */
export function solutionColumns(product: Product, lookOf: StateLooks, phone: boolean): SolutionColumn[] {
  const { t, host } = product;
  const day = (date: Date | undefined): string => (date ? host.formatDate(date, false) : "");
  return [
    {
      key: "name",
      name: t("Solutions_Column_Name"),
      minWidth: phone ? 130 : 200,
      maxWidth: 480,
      essential: true,
      rowHeader: true,
      sortable: true,
      render: (row) => <NameCell row={row} withVersion={phone} />,
    },
    {
      key: "state",
      name: t("Solutions_Column_State"),
      minWidth: phone ? 110 : 150,
      maxWidth: 200,
      essential: true,
      sortable: true,
      render: ({ standing }) => <StateCell look={lookOf(standing)} />,
    },
    {
      key: "version",
      name: t("Solutions_Column_Version"),
      minWidth: 90,
      maxWidth: 130,
      essential: !phone,
      sortable: true,
      render: ({ solution }) => <OneLine text={solution.version} />,
    },
    {
      key: "publisher",
      name: t("Solutions_Column_Publisher"),
      minWidth: 140,
      maxWidth: 260,
      sortable: true,
      render: ({ solution }) => <OneLine text={solution.publisher.displayName} />,
    },
    {
      key: "kind",
      name: t("Solutions_Column_Type"),
      minWidth: 100,
      maxWidth: 120,
      sortable: true,
      render: ({ kind }) => <OneLine text={t(KIND_WORDS[kind])} />,
    },
    {
      key: "installedOn",
      name: t("Solutions_Column_Installed"),
      minWidth: 100,
      maxWidth: 120,
      sortable: true,
      render: ({ solution }) => day(solution.installedOn),
    },
    {
      key: "updatedOn",
      name: t("Solutions_Column_Updated"),
      minWidth: 112,
      maxWidth: 130,
      sortable: true,
      render: ({ solution }) => day(solution.updatedOn),
    },
  ];
}

/** The state, and below it what decides it. */
function StateCell({ look }: { readonly look: StateLook }): React.ReactElement {
  const { tone, word, brief, sentences } = look;
  const mark = <StatusMark tone={tone} word={word} reason={sentences.join("\n")} />;
  if (brief === undefined) return mark;
  return (
    <div>
      <div>{mark}</div>
      <Muted>
        <OneLine text={brief} />
      </Muted>
    </div>
  );
}

const NameCell = React.memo(function NameCell(props: {
  readonly row: ShownRow;
  readonly withVersion: boolean;
}): React.ReactElement {
  const { row, withVersion } = props;
  const { displayName, uniqueName, version } = row.solution;
  return (
    <Indented level={row.level}>
      <OneLine text={displayName} strong={!row.context} />
      <Muted>
        <OneLine text={withVersion ? `${version} · ${uniqueName}` : uniqueName} />
      </Muted>
    </Indented>
  );
});
