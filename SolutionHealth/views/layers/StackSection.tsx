import * as React from "react";
import type { ComponentLayer } from "../../domain/layers/componentLayer";
import { nameKey } from "../../domain/solutions/solutionNames";
import type { LayerView } from "../../state/overrides/model";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column, Row } from "../../ui/Layout";
import { StackPicture } from "../../ui/StackPicture";
import type { StackBar, StackMark } from "../../ui/StackPicture";
import { Heading, TextButton } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { useLayerTitles } from "./layerTitles";

/** Marks shown before the rest is folded away. */
const MARKS = 8;

/** The stack as a picture, or the same as a table. */
export function StackSection({ view }: { readonly view: LayerView }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const titles = useLayerTitles(view);
  const [table, setTable] = React.useState(false);
  const [unfolded, setUnfolded] = React.useState<ReadonlySet<string>>(new Set());
  const bars = React.useMemo(
    () => view.stack.layers.map((layer, index) => barOf(layer, index, { view, titles, product, unfolded })),
    [view, titles, product, unfolded],
  );
  return (
    <Column gap={8}>
      <Row spread baseline>
        <Heading level={3}>{t("Layers_Stack")}</Heading>
        <TextButton onClick={() => setTable(!table)}>{t(table ? "Layers_AsPicture" : "Layers_AsTable")}</TextButton>
      </Row>
      {table ? (
        <StackTable view={view} titles={titles} />
      ) : (
        <StackPicture
          label={t("Layers_StackLabel")}
          bars={bars}
          marksLabel={t("Layers_Changes")}
          onMore={(key) => setUnfolded(new Set([...unfolded, key]))}
        />
      )}
    </Column>
  );
}

interface BarPorts {
  readonly view: LayerView;
  readonly titles: readonly string[];
  readonly product: Product;
  readonly unfolded: ReadonlySet<string>;
}

function barOf(layer: ComponentLayer, index: number, ports: BarPorts): StackBar {
  const { view, titles, product, unfolded } = ports;
  const { t, plural } = product;
  const key = String(index);
  const marks = contestedFirst(marksOf(layer, index, ports), view);
  const all = unfolded.has(key) || marks.length <= MARKS;
  const note = noteOf(layer, marks.length);
  return {
    key,
    title: titles[index] ?? layer.solution,
    look: layer.kind,
    facts: factsOf(layer, view, product),
    marks: all ? marks : marks.slice(0, MARKS),
    ...(note === undefined ? {} : { note: t(note) }),
    ...(all ? {} : { more: plural("Layers_MoreMarks", marks.length - MARKS) }),
  };
}

/** What the bar says in place of marks: that nothing is changed, or that nobody knows. */
function noteOf({ changes, kind }: ComponentLayer, marks: number): string | undefined {
  if (changes.status === "unreadable") return "Layers_ChangesUnreadable";
  if (marks > 0) return undefined;
  return kind === "active" ? "Layers_ChangesNothing" : "Layers_SaysNothing";
}

function factsOf(layer: ComponentLayer, { versions }: LayerView, { t, host }: Product): string[] {
  const version = versions.get(nameKey(layer.solution));
  return [
    ...(layer.publisher ? [layer.publisher] : []),
    ...(layer.kind === "managed" && version === undefined ? [t("Layers_NotInstalled")] : []),
    t("Layers_Order", host.formatNumber(layer.order)),
    ...(layer.overwrittenOn ? [t("Layers_OverwrittenOn", host.formatDate(layer.overwrittenOn, true))] : []),
  ];
}

function marksOf({ changes }: ComponentLayer, index: number, { view, titles, product }: BarPorts): StackMark[] {
  if (changes.status === "unreadable") return [];
  return Object.keys(changes.value)
    .sort()
    .map((property) => {
      const winner = view.winners.get(property);
      const wins = winner === undefined || winner.layer === index;
      return {
        key: property,
        text: property,
        wins,
        meaning: wins
          ? product.t(winner?.certain === false ? "Layers_DecidesMaybe" : "Layers_Decides")
          : product.t("Layers_HiddenBy", titles[winner.layer] ?? winner.solution),
      };
    });
}

/** Properties that several layers set stand first: they are what a stack is looked at for. */
function contestedFirst(marks: readonly StackMark[], { winners }: LayerView): readonly StackMark[] {
  const isContested = ({ key }: StackMark): boolean => (winners.get(key)?.hidden.length ?? 0) > 0;
  return [...marks.filter(isContested), ...marks.filter((mark) => !isContested(mark))];
}

interface StackTableProps {
  readonly view: LayerView;
  readonly titles: readonly string[];
}

function StackTable({ view, titles }: StackTableProps): React.ReactElement {
  const product = useProduct();
  const { t, host } = product;
  const ports = { view, titles, product, unfolded: new Set<string>() };
  const columns: DataColumn<ComponentLayer>[] = [
    {
      key: "layer",
      name: t("Layers_Layer"),
      rowHeader: true,
      render: ({ solution }, index) => titles[index] ?? solution,
    },
    { key: "publisher", name: t("Solutions_Column_Publisher"), render: ({ publisher }) => publisher },
    { key: "order", name: t("Layers_OrderName"), render: ({ order }) => host.formatNumber(order) },
    {
      key: "time",
      name: t("Layers_Overwritten"),
      render: ({ overwrittenOn }) => (overwrittenOn ? host.formatDate(overwrittenOn, true) : t("Value_None")),
    },
    {
      key: "decides",
      name: t("Layers_DecidesName"),
      render: (layer, index) => marksText(marksOf(layer, index, ports), true, layer, product),
    },
    {
      key: "hidden",
      name: t("Layers_HiddenName"),
      render: (layer, index) => marksText(marksOf(layer, index, ports), false, layer, product),
    },
  ];
  return (
    <DataTable
      label={t("Layers_StackLabel")}
      items={view.stack.layers}
      columns={columns}
      getKey={(_layer, index) => String(index)}
    />
  );
}

function marksText(marks: readonly StackMark[], wins: boolean, { changes }: ComponentLayer, { t }: Product): string {
  if (changes.status === "unreadable") return t("Value_Unknown");
  const texts = marks.filter((mark) => mark.wins === wins).map(({ text }) => text);
  return texts.length > 0 ? texts.join(", ") : t("Value_None");
}
