import * as React from "react";
import { holdsData } from "../../domain/consequences/holdsData";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { DataState } from "../../state/rollbacks/model";
import { Column } from "../../ui/Layout";
import { Heading } from "../../ui/Text";
import { CountedData } from "../consequences/CountedData";
import { useProduct } from "../product";
import { useRollbacks } from "./rollbacks";

export interface DataSectionProps {
  readonly preview: RollbackPreview;
  readonly data: DataState;
  /** False once it has been uninstalled: there is nothing left to count. */
  readonly counts: boolean;
}

/** Whether a table or a column would go, or may: where a fate is not known, so is this. */
export const mayLoseData = ({ fates }: RollbackPreview): boolean =>
  fates.some(({ kind, component }) => (kind === "deleted" || kind === "unknown") && holdsData(component.typeName));

/** Rows and values that would go: counted by itself when the preview is there, since nothing weighs more. */
export function DataSection({ preview, data, counts }: DataSectionProps): React.ReactElement {
  const { t, plural } = useProduct();
  const { store } = useRollbacks();
  const unknown = preview.fates.filter(
    ({ kind, component }) => kind === "unknown" && holdsData(component.typeName),
  ).length;
  const loses = mayLoseData(preview);
  const begin = counts && loses && data.status === "idle";
  React.useEffect(() => {
    if (begin) store.countData();
  }, [store, begin, preview]);
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Data_Title")}</Heading>
      {!loses && <div>{t("Data_None")}</div>}
      {unknown > 0 && <div>{plural("Goes_Unknown", unknown)}</div>}
      {loses && data.status !== "idle" && (
        <CountedData
          counting={data}
          onCancel={() => store.cancel()}
          {...(counts && { onAgain: () => store.countData() })}
        />
      )}
    </Column>
  );
}
