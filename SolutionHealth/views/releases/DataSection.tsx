import * as React from "react";
import { holdsData } from "../../domain/consequences/holdsData";
import type { PackagePreview, WayPreview } from "../../domain/releases/releasePreview";
import { countKey } from "../../state/releases/model";
import { Button } from "../../ui/Button";
import { Column, Row } from "../../ui/Layout";
import { Heading, Muted } from "../../ui/Text";
import { CountedData } from "../consequences/CountedData";
import { useProduct } from "../product";
import { useReleases } from "./releases";

export interface DataSectionProps {
  readonly preview: PackagePreview;
  readonly way: WayPreview;
}

/** Tables and columns that would be deleted; parts of a table that goes are counted with it. */
export const losesData = ({ fates }: WayPreview): boolean =>
  fates.some(({ kind, component }) => kind === "deleted" && holdsData(component.typeName));

/** Rows and values that would go, counted when asked; nothing where no table or column is deleted. */
export function DataSection({ preview, way }: DataSectionProps): React.ReactElement | null {
  const { t } = useProduct();
  const { store, state } = useReleases();
  const id = preview.package.sha256;
  const count = state.counts.get(countKey(id, way.way));
  if (!losesData(way)) return null;
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Data_Title")}</Heading>
      {!count && (
        <Row gap={8}>
          <Button text={t("Release_Count")} onClick={() => store.countData(id, way.way)} />
          <Muted>{t("Release_CountText")}</Muted>
        </Row>
      )}
      {count && (
        <CountedData counting={count} onCancel={() => store.cancel()} onAgain={() => store.countData(id, way.way)} />
      )}
    </Column>
  );
}
