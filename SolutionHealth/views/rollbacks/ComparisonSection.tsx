import * as React from "react";
import type { RollbackComparison, RollbackSurprise } from "../../domain/rollbacks/compareRollback";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { DataColumn } from "../../ui/DataTable";
import { announced, ComparedTable } from "../consequences/ComparedTable";
import { useProduct } from "../product";
import { ComponentLink } from "./ComponentLink";
import { FATE_LOOKS } from "./fateLooks";

export interface ComparisonSectionProps {
  readonly comparison: RollbackComparison;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

/** What the preview said against what is there now. */
export function ComparisonSection({ comparison, onOpenComponent }: ComparisonSectionProps): React.ReactElement {
  const words = announced(useProduct());
  const columns = useSurpriseColumns(onOpenComponent);
  return <ComparedTable {...comparison} words={words} columns={columns} getKey={({ component }) => component.key} />;
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
  ];
}
