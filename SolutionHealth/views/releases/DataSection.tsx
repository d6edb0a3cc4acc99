import * as React from "react";
import type { DataItem } from "../../domain/consequences/dataAtRisk";
import type { PackagePreview, WayPreview } from "../../domain/releases/releasePreview";
import { countKey, type CountState } from "../../state/releases/model";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column, Row } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";
import { StatusMark } from "../../ui/StatusMark";
import { Heading, Lines, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { amountText, isEmpty } from "../rollbacks/dataTexts";
import { useRollbackNames } from "../rollbacks/rollbackNames";
import { useReleases } from "./releases";

export interface DataSectionProps {
  readonly preview: PackagePreview;
  readonly way: WayPreview;
}

/** Types whose deletion takes data along. */
const HOLDS_DATA: ReadonlySet<string> = new Set(["Entity", "Attribute"]);

/** Tables and columns that would be deleted; parts of a table that goes are counted with it. */
export const losesData = ({ fates }: WayPreview): boolean =>
  fates.some(({ kind, component }) => kind === "deleted" && HOLDS_DATA.has(component.typeName));

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
      {count && <Counted count={count} onAgain={() => store.countData(id, way.way)} />}
    </Column>
  );
}

function Counted({ count, onAgain }: { readonly count: CountState; readonly onAgain: () => void }): React.ReactElement {
  const { t, host } = useProduct();
  const { store } = useReleases();
  const columns = useDataColumns();
  const { status, data } = count;
  const [done, total] = [host.formatNumber(data.items.length), host.formatNumber(data.total)];
  return (
    <>
      {status === "counting" && (
        <ProgressLine
          label={t("Data_Counting", done, total)}
          {...(data.total > 0 ? { share: data.items.length / data.total } : {})}
          onCancel={() => store.cancel()}
        />
      )}
      {data.items.length > 0 && (
        <DataTable
          label={t("Data_Title")}
          items={data.items}
          columns={columns}
          getKey={({ component }) => component.key}
        />
      )}
      {status === "counted" && (
        <Row gap={8}>
          {!data.complete && <StatusMark tone="unknown" word={t("Data_Partial", done, total)} />}
          <Button text={t("Data_Again")} icon="Refresh" onClick={onAgain} />
        </Row>
      )}
    </>
  );
}

function useDataColumns(): DataColumn<DataItem>[] {
  const product = useProduct();
  const { t } = product;
  const names = useRollbackNames();
  return [
    {
      key: "name",
      name: t("Release_Column_Component"),
      rowHeader: true,
      render: ({ component }) => (
        <Lines>
          <span>{names.component(component)}</span>
          <Muted>{names.kind(component)}</Muted>
        </Lines>
      ),
    },
    {
      key: "amount",
      name: t("Data_Amount"),
      render: (item) => (
        <Lines>
          <StatusMark
            tone={item.count.status === "unknown" ? "unknown" : isEmpty(item) ? "neutral" : "bad"}
            word={amountText(item, product)}
          />
          {item.count.status === "unknown" && <Muted>{names.why(item.count.why)}</Muted>}
        </Lines>
      ),
    },
  ];
}
