import * as React from "react";
import type { ComponentRelease } from "../../domain/releases/releasePreview";
import type { GridColumn } from "../../ui/gridColumns";
import { StatusMark } from "../../ui/StatusMark";
import { Lines, Muted, OneLine, TextButton } from "../../ui/Text";
import type { Texts } from "../texts";
import { isHidden, isUncertain, KIND_LOOKS } from "./releaseLooks";
import type { ReleaseNames } from "./releaseNames";

export interface ReleaseColumnPorts {
  readonly texts: Pick<Texts, "t">;
  readonly names: ReleaseNames;
  readonly sentences: (fate: ComponentRelease) => readonly string[];
  readonly onOpen: (fate: ComponentRelease) => void;
  /** The type stands in a column of its own. */
  readonly ungrouped: boolean;
  readonly phone: boolean;
}

export function releaseColumns(ports: ReleaseColumnPorts): GridColumn<ComponentRelease>[] {
  const { texts, names, ungrouped, phone, sentences } = ports;
  const { t } = texts;
  return [
    {
      key: "name",
      name: t("Release_Column_Component"),
      minWidth: phone ? 150 : 200,
      maxWidth: 320,
      essential: true,
      rowHeader: true,
      sortable: true,
      render: (fate) => <NameCell fate={fate} ports={ports} />,
    },
    {
      key: "fate",
      name: t("Release_Column_Fate"),
      minWidth: phone ? 96 : 120,
      maxWidth: 150,
      essential: true,
      sortable: true,
      render: (fate) => <FateCell fate={fate} texts={texts} />,
    },
    ...(ungrouped
      ? [
          {
            key: "type",
            name: t("Release_Column_Type"),
            minWidth: 100,
            maxWidth: 150,
            sortable: true,
            render: ({ component }: ComponentRelease) => <OneLine text={names.type(component)} />,
          },
        ]
      : []),
    {
      key: "what",
      name: t("Release_Column_What"),
      minWidth: 240,
      essential: !phone,
      render: (fate) => <OneLine text={sentences(fate).join(" ")} />,
    },
  ];
}

interface CellProps {
  readonly fate: ComponentRelease;
  readonly ports: ReleaseColumnPorts;
}

const NameCell = React.memo(function NameCell({ fate, ports }: CellProps): React.ReactElement {
  const { names, onOpen } = ports;
  const second = names.place(fate.component);
  return (
    <Lines>
      <TextButton onClick={() => onOpen(fate)} oneLine>
        {names.title(fate.component)}
      </TextButton>
      {second && (
        <Muted>
          <OneLine text={second} />
        </Muted>
      )}
    </Lines>
  );
});

/** The fate, and below it what cuts across it: hidden, blocked, not certain. */
function FateCell({
  fate,
  texts: { t },
}: {
  readonly fate: ComponentRelease;
  readonly texts: Pick<Texts, "t">;
}): React.ReactElement {
  const { tone, word, shape } = KIND_LOOKS[fate.kind];
  return (
    <Lines>
      <StatusMark tone={tone} word={t(word)} shape={shape} />
      {fate.blockedBy.length > 0 && <StatusMark tone="bad" word={t("Release_Blocked")} />}
      {isHidden(fate) && <StatusMark tone="warning" word={t("Release_Hidden")} />}
      {isUncertain(fate) && <StatusMark tone="unknown" word={t("Release_NotCertain")} />}
    </Lines>
  );
}
