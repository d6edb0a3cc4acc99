import * as React from "react";
import type { GridColumn } from "../../ui/gridColumns";
import { Indented } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Muted, OneLine } from "../../ui/Text";
import type { ShownRow } from "../../domain/solutions/filterSolutions";
import type { SortColumn } from "../../domain/solutions/sortSolutions";
import type { Product } from "../product";
import { KIND_WORDS, stateLook } from "./looks";

type SolutionColumn = GridColumn<ShownRow> & { readonly key: SortColumn };

/** The columns of the list. All of them sort. */
export function solutionColumns(product: Product, narrow: boolean): SolutionColumn[] {
  const { t, host } = product;
  const day = (date: Date | undefined): string => (date ? host.formatDate(date, false) : "");
  return [
    {
      key: "name",
      name: t("Solutions_Column_Name"),
      minWidth: narrow ? 120 : 200,
      essential: true,
      rowHeader: true,
      sortable: true,
      render: (row) => <NameCell row={row} />,
    },
    {
      key: "state",
      name: t("Solutions_Column_State"),
      minWidth: narrow ? 92 : 140,
      maxWidth: 170,
      essential: true,
      sortable: true,
      render: ({ assessment }) => {
        const { tone, word, sentences } = stateLook(assessment, product);
        return <StatusMark tone={tone} word={word} reason={sentences.join("\n")} />;
      },
    },
    {
      key: "version",
      name: t("Solutions_Column_Version"),
      minWidth: 72,
      maxWidth: 110,
      essential: true,
      sortable: true,
      render: ({ solution }) => <OneLine text={solution.version} />,
    },
    {
      key: "publisher",
      name: t("Solutions_Column_Publisher"),
      minWidth: 100,
      maxWidth: 180,
      sortable: true,
      render: ({ solution }) => <OneLine text={solution.publisher.displayName} />,
    },
    {
      key: "kind",
      name: t("Solutions_Column_Type"),
      minWidth: 80,
      maxWidth: 110,
      sortable: true,
      render: ({ kind }) => <OneLine text={t(KIND_WORDS[kind])} />,
    },
    {
      key: "installedOn",
      name: t("Solutions_Column_Installed"),
      minWidth: 84,
      maxWidth: 110,
      sortable: true,
      render: ({ solution }) => day(solution.installedOn),
    },
    {
      key: "updatedOn",
      name: t("Solutions_Column_Updated"),
      minWidth: 84,
      maxWidth: 110,
      sortable: true,
      render: ({ solution }) => day(solution.updatedOn),
    },
  ];
}

const NameCell = React.memo(function NameCell({ row }: { readonly row: ShownRow }): React.ReactElement {
  const { displayName, uniqueName } = row.solution;
  return (
    <Indented level={row.level}>
      <OneLine text={displayName} strong={!row.context} />
      <Muted>
        <OneLine text={uniqueName} />
      </Muted>
    </Indented>
  );
});
