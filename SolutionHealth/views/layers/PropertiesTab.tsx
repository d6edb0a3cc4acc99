import * as React from "react";
import type { PropertyValue } from "../../domain/model/property";
import type { LayerView } from "../../state/overrides/model";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Column } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { SearchField } from "../../ui/SearchField";
import { StatusMark } from "../../ui/StatusMark";
import { Code, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { useLayerTitles } from "./layerTitles";
import { Value } from "./Value";
import { valueText } from "./valueText";

export interface PropertiesTabProps {
  readonly view: LayerView;
  /** Position, 0 = top. */
  readonly layer: number;
  /** Those the layer changes, or all of the component as of the layer. */
  readonly which: "updated" | "all";
}

type Property = readonly [name: string, value: PropertyValue];

/** Properties of one layer with their values, and which layer decides each. */
export function PropertiesTab({ view, layer, which }: PropertiesTabProps): React.ReactElement {
  const { t } = useProduct();
  const [search, setSearch] = React.useState("");
  const found = view.stack.layers[layer];
  const reading = which === "updated" ? found?.changes : found?.properties;
  const properties = React.useMemo((): Property[] => {
    if (reading?.status !== "read") return [];
    const wanted = search.trim().toLowerCase();
    return Object.entries(reading.value)
      .filter(([name]) => name.toLowerCase().includes(wanted))
      .sort(([a], [b]) => (a < b ? -1 : 1));
  }, [reading, search]);
  const columns = usePropertyColumns(view, layer);
  if (reading?.status !== "read") {
    return (
      <Notice kind="warning" title={t("Layers_UnreadableTitle")}>
        {t("Layers_UnreadableText")}
      </Notice>
    );
  }
  return (
    <Column gap={8}>
      {Object.keys(reading.value).length === 0 ? (
        <Muted>{t(which === "updated" ? "Layers_NoChanges" : "Layers_NoProperties")}</Muted>
      ) : (
        <>
          <SearchField label={t("Layers_SearchProperties")} value={search} onChange={setSearch} />
          {properties.length === 0 ? (
            <Muted>{t("Layers_NoPropertyMatch")}</Muted>
          ) : (
            <DataTable
              label={t(which === "updated" ? "Layers_Updated" : "Layers_All")}
              items={properties}
              columns={columns}
              getKey={([name]) => name}
            />
          )}
        </>
      )}
    </Column>
  );
}

function usePropertyColumns(view: LayerView, layer: number): DataColumn<Property>[] {
  const { t } = useProduct();
  const titles = useLayerTitles(view);
  return React.useMemo(
    () => [
      { key: "name", name: t("Layers_Property"), rowHeader: true, render: ([name]) => <Code>{name}</Code> },
      { key: "value", name: t("Layers_Value"), render: ([name, value]) => <Value text={valueText(value)} of={name} /> },
      {
        key: "decides",
        name: t("Layers_DecidesName"),
        render: ([name]) => {
          const winner = view.winners.get(name);
          if (!winner) return <Muted>{t("Value_Unknown")}</Muted>;
          const here = winner.layer === layer;
          const title = titles[winner.layer] ?? winner.solution;
          const word = here ? t("Layers_ThisLayer") : title;
          return winner.certain ? (
            <StatusMark tone={here ? "good" : "neutral"} word={word} reason={title} />
          ) : (
            <StatusMark tone="unknown" word={word} reason={t("Layers_DecidesMaybe")} />
          );
        },
      },
    ],
    [view, layer, titles, t],
  );
}
