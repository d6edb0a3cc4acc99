import * as React from "react";
import type { ReleaseComparison, ReleaseSurprise } from "../../../domain/releases/compareRelease";
import type { ReleaseComponent } from "../../../domain/releases/releasePreview";
import { previewOf } from "../../../state/releases/importSteps";
import type { ImportStep } from "../../../state/releases/model";
import { Announce } from "../../../ui/Announce";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { Column } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { Code, Lines, Muted } from "../../../ui/Text";
import { useProduct } from "../../product";
import { KIND_LOOKS } from "../releaseLooks";
import { useReleaseNames } from "../releaseNames";
import { useReleases } from "../releases";

export interface ComparedSectionProps {
  readonly step: ImportStep;
  readonly comparison: ReleaseComparison;
}

/** What the preview said of a package against what is there now. */
export function ComparedSection({ step, comparison }: ComparedSectionProps): React.ReactElement {
  const { t, plural, host } = useProduct();
  const columns = useColumns(step);
  const { compared, asSaid, surprises } = comparison;
  const good = surprises.length === 0;
  const title = good ? t("Compare_AsSaid") : plural("Compare_Surprises", surprises.length);
  return (
    <Column gap={8}>
      <Announce message={title} />
      <Notice kind={good ? "info" : "warning"} title={t("Import_Compared", step.displayName, title)}>
        {plural("Compare_Compared", compared, host.formatNumber(asSaid))}
      </Notice>
      {!good && (
        <DataTable label={t("Compare_Title")} items={surprises} columns={columns} getKey={({ address }) => address} />
      )}
    </Column>
  );
}

const FOUND: Readonly<Record<ReleaseSurprise["found"], string>> = {
  missing: "Found_Gone",
  there: "Found_There",
  otherValues: "Found_OtherValues",
  unknown: "Found_Unknown",
};

/** What was previewed, by address: it is still on the page until the end has been seen. */
function useComponents({ id, way }: ImportStep): ReadonlyMap<string, ReleaseComponent> {
  const { preview } = useReleases().state;
  return React.useMemo(() => {
    const fates = preview.status === "ready" ? (previewOf(preview.preview, id)?.ways[way].fates ?? []) : [];
    return new Map(fates.map(({ component }) => [component.address, component]));
  }, [preview, id, way]);
}

function useColumns(step: ImportStep): DataColumn<ReleaseSurprise>[] {
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
    { key: "said", name: t("Compare_Said"), render: ({ said }) => t(KIND_LOOKS[said].word) },
    {
      key: "found",
      name: t("Compare_Found"),
      render: ({ found, properties }) => (
        <Lines>
          <span>{t(FOUND[found])}</span>
          {properties.length > 0 && <Code>{properties.join(", ")}</Code>}
        </Lines>
      ),
    },
  ];
}
