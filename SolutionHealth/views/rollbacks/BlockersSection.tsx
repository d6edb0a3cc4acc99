import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { Blocker, BlockerKind } from "../../domain/rollbacks/rollbackPreview";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Heading, Lines, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { ComponentLink } from "./ComponentLink";
import type { RollbackNames } from "./rollbackNames";
import { useRollbackNames } from "./rollbackNames";

export interface BlockersSectionProps {
  readonly title: string;
  readonly blockers: readonly Blocker[];
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

const KIND_SENTENCES: Readonly<Record<BlockerKind, string>> = {
  dependency: "Blocker_Dependency",
  baseLayer: "Blocker_BaseLayer",
  coveredDependency: "Blocker_Covered",
  part: "Blocker_Part",
  unreadable: "Blocker_Unreadable",
};

/** Everything that stands in the way, with what must change first and where. */
export function BlockersSection({ title, blockers, onOpenComponent }: BlockersSectionProps): React.ReactElement | null {
  const { t } = useProduct();
  const columns = useBlockerColumns(onOpenComponent);
  if (blockers.length === 0) return null;
  const byRound = [...blockers].sort((a, b) => a.round - b.round);
  return (
    <Column gap={8}>
      <Heading level={3}>{title}</Heading>
      <Muted>{t("Blocker_Note")}</Muted>
      <DataTable label={title} items={byRound} columns={columns} getKey={(_blocker, index) => String(index)} />
    </Column>
  );
}

function useBlockerColumns(open: (component: RollbackComponent) => void): DataColumn<Blocker>[] {
  const { t, host } = useProduct();
  const names = useRollbackNames();
  return [
    {
      key: "required",
      name: t("Blocker_Required"),
      rowHeader: true,
      render: ({ required }) => <ComponentLink component={required} names={names} onOpen={open} />,
    },
    {
      key: "dependent",
      name: t("Blocker_Dependent"),
      render: ({ kind, required, dependent, why }) => (
        <Lines>
          <span>{t(KIND_SENTENCES[kind])}</span>
          {dependent.key !== required.key && <ComponentLink component={dependent} names={names} onOpen={open} />}
          {kind === "unreadable" && <Muted>{names.why(why)}</Muted>}
        </Lines>
      ),
    },
    { key: "fix", name: t("Blocker_Fix"), render: ({ fix }) => t(...fixText(fix, names)) },
    {
      key: "round",
      name: t("Blocker_Round"),
      render: ({ round }) => (round <= 1 ? t("Blocker_AtOnce") : t("Blocker_Later", host.formatNumber(round))),
    },
  ];
}

function fixText(fix: Blocker["fix"], names: RollbackNames): [key: string, ...values: string[]] {
  switch (fix.where) {
    case "here":
      return ["Fix_Here"];
    case "solution":
      return ["Fix_Solution", names.layer(fix.solution)];
    case "order":
      return ["Fix_Order", names.layer(fix.solution)];
    case "unknown":
      return ["Fix_Unknown"];
  }
}
