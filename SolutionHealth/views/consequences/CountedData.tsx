import * as React from "react";
import type { DataItem } from "../../domain/consequences/dataAtRisk";
import type { Counting } from "../../state/consequences/countAtRisk";
import { Button } from "../../ui/Button";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Row } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";
import { StatusMark } from "../../ui/StatusMark";
import type { Tone } from "../../ui/tone";
import { Lines, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { amountText, isEmpty } from "../rollbacks/dataTexts";
import { useRollbackNames } from "../rollbacks/rollbackNames";

export interface CountedDataProps {
  readonly counting: Counting;
  readonly onCancel: () => void;
  /** Absent where there is nothing left to count. */
  readonly onAgain?: () => void;
}

/** Rows and values that would go, as far as they have been counted. */
export function CountedData({ counting, onCancel, onAgain }: CountedDataProps): React.ReactElement {
  const { t, host } = useProduct();
  const columns = useDataColumns();
  const { status, data } = counting;
  const [done, total] = [host.formatNumber(data.items.length), host.formatNumber(data.total)];
  return (
    <>
      {status === "counting" && (
        <ProgressLine
          label={t("Data_Counting", done, total)}
          {...(data.total > 0 ? { share: data.items.length / data.total } : {})}
          onCancel={onCancel}
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
      {status === "counted" && (!data.complete || onAgain) && (
        <Row gap={8}>
          {!data.complete && <StatusMark tone="unknown" word={t("Data_Partial", done, total)} />}
          {onAgain && <Button text={t("Data_Again")} icon="Refresh" onClick={onAgain} />}
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

function toneOf(item: DataItem): Tone {
  if (item.count.status === "unknown") return "unknown";
  return isEmpty(item) ? "neutral" : "bad";
}
