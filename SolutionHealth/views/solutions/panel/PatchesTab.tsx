import * as React from "react";
import type { InstalledSolution } from "../../../domain/model/solution";
import { EmptyState } from "../../../ui/EmptyState";
import { Grid } from "../../../ui/Grid";
import type { GridColumn } from "../../../ui/gridColumns";
import { OneLine } from "../../../ui/Text";
import type { Product } from "../../product";
import { useProduct } from "../../product";

export interface PatchesTabProps {
  /** Newest first. */
  readonly patches: readonly InstalledSolution[];
  readonly onOpen: (solution: InstalledSolution) => void;
}

/** Patches on top of this solution, in the order in which they lie. */
export function PatchesTab({ patches, onOpen }: PatchesTabProps): React.ReactElement {
  const product = useProduct();
  const columns = React.useMemo(() => patchColumns(product), [product]);
  if (patches.length === 0) {
    return <EmptyState shape="patch" title={product.t("Patches_NoneTitle")} text={product.t("Patches_NoneText")} />;
  }
  return (
    <Grid
      label={product.t("Panel_Patches")}
      items={patches}
      columns={columns}
      getKey={({ id }) => id}
      onOpen={onOpen}
    />
  );
}

function patchColumns({ t, host }: Product): GridColumn<InstalledSolution>[] {
  const day = (date: Date | undefined): string => (date ? host.formatDate(date, false) : "");
  return [
    {
      key: "name",
      name: t("Solutions_Column_Name"),
      minWidth: 160,
      rowHeader: true,
      render: ({ displayName }) => <OneLine text={displayName} />,
    },
    { key: "version", name: t("Solutions_Column_Version"), minWidth: 80, maxWidth: 120, render: (it) => it.version },
    {
      key: "installed",
      name: t("Solutions_Column_Installed"),
      minWidth: 90,
      maxWidth: 120,
      render: ({ installedOn }) => day(installedOn),
    },
  ];
}
