import * as React from "react";
import type { ReleaseComparison, ReleaseSurprise } from "../../../domain/releases/compareRelease";
import type { ReleaseComponent } from "../../../domain/releases/releasePreview";
import { previewOf } from "../../../state/releases/importSteps";
import type { ImportStep } from "../../../state/releases/model";
import type { DataColumn } from "../../../ui/DataTable";
import { Lines, Muted } from "../../../ui/Text";
import { announced, arrived, ComparedTable } from "../../consequences/ComparedTable";
import { useProduct } from "../../product";
import { KIND_LOOKS } from "../releaseLooks";
import { useReleaseNames } from "../releaseNames";
import { useReleases } from "../releases";

export interface ComparedSectionProps {
  readonly step: ImportStep;
  readonly comparison: ReleaseComparison;
  /** Compared is what the package holds, since what was announced is no longer known. */
  readonly isArrival?: boolean;
}

/** What the preview said of a package against what is there now. */
export function ComparedSection({ step, comparison, isArrival = false }: ComparedSectionProps): React.ReactElement {
  const product = useProduct();
  return (
    <ComparedTable
      {...comparison}
      words={isArrival ? arrived(product) : announced(product)}
      columns={useColumns(step, isArrival)}
      getKey={({ address }) => address}
      titled={(title) => product.t("Import_Compared", step.displayName, title)}
    />
  );
}

/** What was previewed, by address: it is still on the page until the end has been seen. */
function useComponents({ id, way }: ImportStep): ReadonlyMap<string, ReleaseComponent> {
  const { preview } = useReleases().state;
  return React.useMemo(() => {
    const fates = preview.status === "ready" ? (previewOf(preview.preview, id)?.ways[way].fates ?? []) : [];
    return new Map(fates.map(({ component }) => [component.address, component]));
  }, [preview, id, way]);
}

function useColumns(step: ImportStep, isArrival: boolean): DataColumn<ReleaseSurprise>[] {
  const { t } = useProduct();
  const names = useReleaseNames();
  const components = useComponents(step);
  return [
    {
      key: "component",
      name: t("Release_Column_Component"),
      rowHeader: true,
      render: ({ address, displayName }) => {
        const component = components.get(address);
        if (!component) return displayName || address;
        return (
          <Lines>
            <span>{names.title(component)}</span>
            <Muted>{[names.type(component), names.place(component)].filter(Boolean).join(" · ")}</Muted>
          </Lines>
        );
      },
    },
    {
      key: "said",
      name: t(isArrival ? "Arrived_Said" : "Compare_Said"),
      render: ({ said }) => t(KIND_LOOKS[said].word),
    },
  ];
}
