import * as React from "react";
import type { CallRecord } from "../../state/model";
import { Flyout } from "../../ui/Flyout";
import { Grid } from "../../ui/Grid";
import type { GridColumn } from "../../ui/gridColumns";
import { Column } from "../../ui/Layout";
import { Muted, OneLine } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { useStoreState } from "../useStoreState";
import { useWidth } from "../useWidth";

/** What the page costs the environment: every request with its time and size, newest first. */
export function Calls(): React.ReactElement {
  const product = useProduct();
  const { t, plural, store, host } = product;
  const { calls } = useStoreState(store);
  return (
    <Flyout button={t("Calls_Button", host.formatNumber(calls.length))} title={t("Calls_Title")}>
      <CallList
        product={product}
        calls={calls}
        summary={plural("Calls_Total", calls.length, ...totals(calls, product))}
      />
    </Flyout>
  );
}

interface CallListProps {
  readonly product: Product;
  readonly calls: readonly CallRecord[];
  readonly summary: string;
}

function CallList({ product, calls, summary }: CallListProps): React.ReactElement {
  const columns = React.useMemo(() => callColumns(product), [product]);
  const newestFirst = React.useMemo(() => [...calls].reverse(), [calls]);
  const narrow = useWidth() !== "wide";
  return (
    <Column gap={8}>
      <Muted>{summary}</Muted>
      <div style={LIST}>
        <Grid
          label={product.t("Calls_Title")}
          items={newestFirst}
          columns={columns}
          getKey={(call) => String(call.id)}
          narrow={narrow}
          scrolls
        />
      </div>
    </Column>
  );
}

/** Every path begins with it. */
const API_PATH = /^\/api\/data\/v[\d.]+\//;

const LIST: React.CSSProperties = { display: "flex", flexDirection: "column", height: "min(420px, 50vh)" };

function totals(calls: readonly CallRecord[], { host, t }: Product): string[] {
  const sum = (value: (call: CallRecord) => number | undefined): number =>
    calls.reduce((total, call) => total + (value(call) ?? 0), 0);
  return [
    t("Unit_Milliseconds", host.formatNumber(Math.round(sum(({ duration }) => duration)))),
    sizeText(
      sum(({ bytes }) => bytes),
      { host, t },
    ),
    host.formatNumber(sum(({ retries }) => retries)),
  ];
}

function sizeText(bytes: number, { host, t }: Pick<Product, "host" | "t">): string {
  return bytes < 1024
    ? t("Unit_Bytes", host.formatNumber(bytes))
    : t("Unit_Kilobytes", host.formatNumber(Math.round(bytes / 1024)));
}

function callColumns({ t, time, host }: Product): GridColumn<CallRecord>[] {
  const number = (value: number | undefined): string => (value === undefined ? "" : host.formatNumber(value));
  return [
    { key: "method", name: t("Calls_Method"), minWidth: 48, maxWidth: 60, render: ({ method }) => method },
    {
      key: "path",
      name: t("Calls_Path"),
      minWidth: 120,
      essential: true,
      rowHeader: true,
      render: ({ path }) => <OneLine text={path.replace(API_PATH, "")} />,
    },
    {
      key: "time",
      name: t("Calls_Started"),
      minWidth: 80,
      maxWidth: 130,
      render: ({ startedAt }) => time(startedAt),
    },
    {
      key: "duration",
      name: t("Calls_Duration"),
      minWidth: 60,
      maxWidth: 70,
      essential: true,
      render: ({ duration }) =>
        duration === undefined ? t("Calls_Running") : t("Unit_Milliseconds", number(Math.round(duration))),
    },
    {
      key: "size",
      name: t("Calls_Size"),
      minWidth: 56,
      maxWidth: 70,
      render: ({ bytes }) => (bytes === undefined ? "" : sizeText(bytes, { host, t })),
    },
    {
      key: "status",
      name: t("Calls_Status"),
      minWidth: 48,
      maxWidth: 60,
      essential: true,
      render: ({ status }) => (status === undefined ? "" : String(status)),
    },
    { key: "retries", name: t("Calls_Retries"), minWidth: 48, maxWidth: 60, render: ({ retries }) => number(retries) },
  ];
}
