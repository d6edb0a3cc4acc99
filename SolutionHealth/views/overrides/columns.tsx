import * as React from "react";
import type { OverrideSortKey } from "../../domain/overrides/listOverrides";
import type { OverrideRow } from "../../state/overrides/model";
import type { GridColumn } from "../../ui/gridColumns";
import { StatusMark } from "../../ui/StatusMark";
import { Lines, Muted, OneLine, TextButton } from "../../ui/Text";
import type { Host } from "../host";
import type { Texts } from "../texts";
import { ACCEPTANCE_WORDS, changedNames, OVERRIDE_LOOKS, reasonOf } from "./looks";
import type { Names } from "./names";
import { originColumns } from "./originColumns";

export const SORT_COLUMNS: readonly OverrideSortKey[] = ["name", "state", "owner", "type", "modifiedOn", "modifiedBy"];

export interface ColumnPorts {
  readonly texts: Texts;
  readonly host: Host;
  readonly names: Names;
  readonly onOpen: (row: OverrideRow) => void;
  readonly onRetry: (row: OverrideRow) => void;
  /** Owner and type stand in columns of their own. */
  readonly ungrouped: boolean;
  readonly phone: boolean;
}

export function overrideColumns(ports: ColumnPorts): GridColumn<OverrideRow>[] {
  const { t } = ports.texts;
  return [
    {
      key: "name",
      name: t("Overrides_Column_Name"),
      minWidth: ports.phone ? 130 : 180,
      maxWidth: 280,
      essential: true,
      rowHeader: true,
      sortable: true,
      render: (row) => <NameCell row={row} ports={ports} />,
    },
    {
      key: "state",
      name: t("Overrides_Column_State"),
      minWidth: 100,
      maxWidth: 130,
      essential: true,
      sortable: true,
      render: (row) => <StateCell row={row} texts={ports.texts} />,
    },
    ...(ports.ungrouped ? placeColumns(ports) : []),
    {
      key: "changes",
      name: t("Overrides_Column_Changes"),
      minWidth: 220,
      maxWidth: 480,
      essential: !ports.phone,
      render: (row) => <ChangesCell row={row} ports={ports} />,
    },
    ...originColumns(ports),
  ];
}

function placeColumns({ texts: { t }, names }: ColumnPorts): GridColumn<OverrideRow>[] {
  return [
    {
      key: "owner",
      name: t("Overrides_Column_Owner"),
      minWidth: 110,
      maxWidth: 180,
      sortable: true,
      render: ({ facts }) => <OneLine text={names.solution(facts.owner)} />,
    },
    {
      key: "type",
      name: t("Overrides_Column_Type"),
      minWidth: 80,
      maxWidth: 130,
      sortable: true,
      render: ({ component }) => <OneLine text={names.type(component)} />,
    },
  ];
}

interface CellProps {
  readonly row: OverrideRow;
  readonly ports: ColumnPorts;
}

const NameCell = React.memo(function NameCell({ row, ports }: CellProps): React.ReactElement {
  const { component } = row;
  const name = component.displayName || component.name || component.id;
  const second = [component.table, component.name === name ? "" : component.name].filter(Boolean).join(" · ");
  return (
    <Lines>
      <TextButton onClick={() => ports.onOpen(row)} oneLine>
        {name}
      </TextButton>
      {second && (
        <Muted>
          <OneLine text={second} />
        </Muted>
      )}
      {ports.phone && <Muted>{changedNames(row).join(", ")}</Muted>}
    </Lines>
  );
});

function StateCell({ row, texts }: { readonly row: OverrideRow; readonly texts: Texts }): React.ReactElement {
  const { tone, word } = OVERRIDE_LOOKS[row.facts.state];
  const acceptance = ACCEPTANCE_WORDS[row.acceptance];
  return (
    <Lines>
      <StatusMark tone={tone} word={texts.t(word)} reason={reasonOf(row, texts)} />
      {acceptance !== undefined && (
        <Muted>
          <OneLine text={texts.t(acceptance)} />
        </Muted>
      )}
    </Lines>
  );
}

/** What is changed where that is known, and why it counts as what it does. */
function ChangesCell({ row, ports: { texts, onRetry } }: CellProps): React.ReactElement {
  const names = changedNames(row).join(", ");
  const unknown = row.facts.state === "unknown";
  return (
    <Lines>
      {names && <OneLine text={names} />}
      {row.facts.reason !== "changesProperties" && (
        <Muted>
          <OneLine text={reasonOf(row, texts)} />
        </Muted>
      )}
      {unknown && (
        <TextButton
          onClick={() => onRetry(row)}
          name={texts.t("Overrides_RetryNamed", row.component.displayName || row.component.name)}
        >
          {texts.t("Ui_Retry")}
        </TextButton>
      )}
    </Lines>
  );
}
