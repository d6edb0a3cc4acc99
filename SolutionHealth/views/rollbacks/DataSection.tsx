import * as React from "react";
import type { DataItem } from "../../domain/consequences/dataAtRisk";
import type { ComponentFate, RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { DataState } from "../../state/rollbacks/model";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column, Row } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";
import { StatusMark } from "../../ui/StatusMark";
import { Heading, Lines, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { amountText, isEmpty } from "./dataTexts";
import { useRollbackNames } from "./rollbackNames";
import { useRollbacks } from "./rollbacks";

export interface DataSectionProps {
  readonly preview: RollbackPreview;
  readonly data: DataState;
  /** False once it has been uninstalled: there is nothing left to count. */
  readonly counts: boolean;
}

/** Types whose deletion takes data along. */
const HOLDS_DATA: ReadonlySet<string> = new Set(["Entity", "Attribute"]);

/** Whether a table or a column would go, or may: where a fate is not known, so is this. */
export const mayLoseData = ({ fates }: RollbackPreview): boolean =>
  fates.some((fate) => (fate.kind === "deleted" || fate.kind === "unknown") && holdsData(fate));

const holdsData = ({ component }: ComponentFate): boolean => HOLDS_DATA.has(component.typeName);

/** Rows and values that would go: counted by itself when the preview is there, since nothing weighs more. */
export function DataSection({ preview, data, counts }: DataSectionProps): React.ReactElement {
  const { t, plural } = useProduct();
  const { store } = useRollbacks();
  const unknown = preview.fates.filter((fate) => fate.kind === "unknown" && holdsData(fate)).length;
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
      {loses && data.status === "counting" && <Counting data={data} />}
      {loses && data.status !== "idle" && <Counted data={data} retry={counts} />}
    </Column>
  );
}

function Counting({ data }: { readonly data: Extract<DataState, { status: "counting" }> }): React.ReactElement {
  const { t, host } = useProduct();
  const { store } = useRollbacks();
  const { items, total } = data.data;
  const done = items.length;
  return (
    <ProgressLine
      label={t("Data_Counting", host.formatNumber(done), host.formatNumber(total))}
      {...(total > 0 ? { share: done / total } : {})}
      onCancel={() => store.cancel()}
    />
  );
}

interface CountedProps {
  readonly data: Exclude<DataState, { status: "idle" }>;
  readonly retry: boolean;
}

function Counted({ data: { data, status }, retry }: CountedProps): React.ReactElement {
  const product = useProduct();
  const { t, host } = product;
  const { store } = useRollbacks();
  const columns = useDataColumns();
  const partial = status === "counted" && !data.complete;
  return (
    <>
      {data.items.length > 0 && (
        <DataTable
          label={t("Data_Title")}
          items={data.items}
          columns={columns}
          getKey={({ component }) => component.key}
        />
      )}
      {partial && (
        <Row gap={8}>
          <StatusMark
            tone="unknown"
            word={t("Data_Partial", host.formatNumber(data.items.length), host.formatNumber(data.total))}
          />
        </Row>
      )}
      {status === "counted" && retry && (
        <Row>
          <Button text={t("Data_Again")} icon="Refresh" onClick={() => store.countData()} />
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
      name: t("Rollback_Component"),
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
          <StatusMark tone={toneOf(item)} word={amountText(item, product)} />
          {item.count.status === "unknown" && <Muted>{names.why(item.count.why)}</Muted>}
        </Lines>
      ),
    },
  ];
}

function toneOf(item: DataItem): "bad" | "unknown" | "neutral" {
  if (item.count.status === "unknown") return "unknown";
  return isEmpty(item) ? "neutral" : "bad";
}
