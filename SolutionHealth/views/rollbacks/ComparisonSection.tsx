import * as React from "react";
import type { RollbackComparison, RollbackSurprise } from "../../domain/rollbacks/compareRollback";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { Announce } from "../../ui/Announce";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { Code, Lines } from "../../ui/Text";
import { useProduct } from "../product";
import { ComponentLink } from "./ComponentLink";
import { FATE_LOOKS } from "./fateLooks";

export interface ComparisonSectionProps {
  readonly comparison: RollbackComparison;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

const FOUND_WORDS: Readonly<Record<RollbackSurprise["found"], string>> = {
  gone: "Found_Gone",
  there: "Found_There",
  otherValues: "Found_OtherValues",
  unknown: "Found_Unknown",
};

/** What the preview said against what is there now. */
export function ComparisonSection({ comparison, onOpenComponent }: ComparisonSectionProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const columns = useSurpriseColumns(onOpenComponent);
  const { compared, asSaid, surprises } = comparison;
  const good = surprises.length === 0;
  const title = good ? t("Compare_AsSaid") : plural("Compare_Surprises", surprises.length);
  return (
    <Column gap={8}>
      <Announce message={title} />
      <Notice kind={good ? "info" : "warning"} title={title}>
        {plural("Compare_Compared", compared, host.formatNumber(asSaid))}
      </Notice>
      {!good && (
        <DataTable
          label={t("Compare_Title")}
          items={surprises}
          columns={columns}
          getKey={({ component }) => component.key}
        />
      )}
    </Column>
  );
}

function useSurpriseColumns(open: (component: RollbackComponent) => void): DataColumn<RollbackSurprise>[] {
  const { t } = useProduct();
  return [
    {
      key: "component",
      name: t("Rollback_Component"),
      rowHeader: true,
      render: ({ component }) => <ComponentLink component={component} onOpen={open} />,
    },
    { key: "said", name: t("Compare_Said"), render: ({ said }) => t(FATE_LOOKS[said].title) },
    {
      key: "found",
      name: t("Compare_Found"),
      render: ({ found, properties }) => (
        <Lines>
          <span>{t(FOUND_WORDS[found])}</span>
          {properties.length > 0 && <Code>{properties.join(", ")}</Code>}
        </Lines>
      ),
    },
  ];
}
