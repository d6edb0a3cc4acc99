import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { type Blocker, isCertain } from "../../domain/rollbacks/rollbackPreview";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column, Row } from "../../ui/Layout";
import { Heading, Lines, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { groupBlockers } from "./blockerGroups";
import type { BlockerGroup } from "./blockerGroups";
import { fixText, KIND_SENTENCES } from "./blockerTexts";
import { ComponentLink } from "./ComponentLink";
import type { RollbackNames } from "./rollbackNames";
import { useRollbackNames } from "./rollbackNames";

export interface BlockersSectionProps {
  readonly title: string;
  /** Said below the title. */
  readonly note: string;
  readonly blockers: readonly Blocker[];
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

/** Everything that stands in the way, with what must change first and where. */
export function BlockersSection(props: BlockersSectionProps): React.ReactElement | null {
  const { title, note, blockers, onOpenComponent } = props;
  const columns = useBlockerColumns(onOpenComponent);
  const groups = React.useMemo(() => groupBlockers(blockers), [blockers]);
  if (groups.length === 0) return null;
  return (
    <Column gap={8}>
      <Heading level={3}>{title}</Heading>
      <Muted>{note}</Muted>
      <DataTable label={title} items={groups} columns={columns} getKey={({ key }) => key} />
    </Column>
  );
}

function useBlockerColumns(open: (component: RollbackComponent) => void): DataColumn<BlockerGroup>[] {
  const { t, host } = useProduct();
  const names = useRollbackNames();
  return [
    {
      key: "dependent",
      name: t("Blocker_Dependent"),
      rowHeader: true,
      render: ({ dependent }) => <ComponentLink component={dependent} onOpen={open} />,
    },
    {
      key: "why",
      name: t("Blocker_Why"),
      render: (group) => (
        <Lines>
          <span>{t(KIND_SENTENCES[group.kind])}</span>
          <Required group={group} names={names} onOpen={open} />
          {!isCertain(group) && group.why && <Muted>{names.why(group.why)}</Muted>}
        </Lines>
      ),
    },
    { key: "fix", name: t("Blocker_Fix"), render: (group) => t(...fixText(group, names)) },
    {
      key: "round",
      name: t("Blocker_Round"),
      render: ({ round }) => (round <= 1 ? t("Blocker_AtOnce") : t("Blocker_Later", host.formatNumber(round))),
    },
  ];
}

interface RequiredProps {
  readonly group: BlockerGroup;
  readonly names: RollbackNames;
  readonly onOpen: (component: RollbackComponent) => void;
}

/** Components named before the rest is only counted. */
const NAMED = 5;

/** What would go and is kept by it, as the way to its layers; nothing where that is the component itself. */
function Required({ group, names, onOpen }: RequiredProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  const [all, setAll] = React.useState(false);
  const others = group.required.filter(({ key }) => key !== group.dependent.key);
  if (others.length === 0) return null;
  const shown = all ? others : others.slice(0, NAMED);
  return (
    <Row gap={8}>
      {shown.map((component) => (
        <TextButton
          key={component.key}
          onClick={() => onOpen(component)}
          name={t("Rollback_OpenLayers", names.component(component))}
        >
          {names.component(component)}
        </TextButton>
      ))}
      {shown.length < others.length && (
        <TextButton onClick={() => setAll(true)}>{plural("Blocker_More", others.length - shown.length)}</TextButton>
      )}
    </Row>
  );
}
