import * as React from "react";
import type { GridColumn } from "../../ui/gridColumns";
import { Indented } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Muted, OneLine } from "../../ui/Text";
import type { Host } from "../host";
import type { Texts } from "../texts";
import { KIND_WORDS, STATE_LOOKS } from "./looks";
import type { SortColumn } from "./query";
import type { SolutionRow } from "./rows";

type SolutionColumn = GridColumn<SolutionRow> & { readonly key: SortColumn };

/** The columns of the list. All of them sort. */
export function solutionColumns({ t }: Texts, host: Pick<Host, "formatDate">, narrow: boolean): SolutionColumn[] {
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
      minWidth: narrow ? 92 : 120,
      maxWidth: 150,
      essential: true,
      sortable: true,
      render: ({ state }) => {
        const { tone, word, reason } = STATE_LOOKS[state];
        return <StatusMark tone={tone} word={t(word)} reason={t(reason)} />;
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

const NameCell = React.memo(function NameCell({ row }: { readonly row: SolutionRow }): React.ReactElement {
  const { displayName, uniqueName } = row.solution;
  return (
    <Indented level={row.level}>
      <OneLine text={displayName} strong />
      <Muted>
        <OneLine text={uniqueName} />
      </Muted>
    </Indented>
  );
});
