import * as React from "react";
import type { PropertyDifference } from "../../../domain/differences/difference";
import type { LayerView } from "../../../state/overrides/model";
import { Announce } from "../../../ui/Announce";
import { Choice } from "../../../ui/Choice";
import { Column, Row } from "../../../ui/Layout";
import { Muted } from "../../../ui/Text";
import { useOverrides } from "../../overrides/overrides";
import { useProduct } from "../../product";
import { useWidth } from "../../useWidth";
import { LayerChoice } from "../LayerChoice";
import { useLayerTitles } from "../layerTitles";
import { Difference } from "./Difference";
import { useLateDetails } from "./useLateDetails";

/** How two layers of the stack differ: at first the Active one and the one below it. */
export function DifferencesTab({ view }: { readonly view: LayerView }): React.ReactElement {
  const { t, plural } = useProduct();
  const { layers } = view.stack;
  const active = Math.max(
    0,
    layers.findIndex(({ kind }) => kind === "active"),
  );
  const [upper, setUpper] = React.useState(active);
  const [lower, setLower] = React.useState(Math.min(active + 1, layers.length - 1));
  const [looks, setLooks] = React.useState<"columns" | "one">(useWidth() === "wide" ? "columns" : "one");
  const titles = useLayerTitles(view);
  const { differences, late, missing } = useDifferences(view, upper, lower);
  if (layers.length < 2) return <Muted>{t("Differences_OneLayer")}</Muted>;
  return (
    <Column>
      <Row gap={8}>
        <LayerChoice label={t("Differences_Upper")} view={view} value={upper} onChange={setUpper} />
        <LayerChoice label={t("Differences_Lower")} view={view} value={lower} onChange={setLower} />
        <Choice<"columns" | "one">
          label={t("Differences_Looks")}
          value={looks}
          options={[
            { key: "columns", text: t("Differences_Columns") },
            { key: "one", text: t("Differences_OneColumn") },
          ]}
          onChange={setLooks}
        />
      </Row>
      {unreadable(view, upper, lower) && <Muted>{t("Differences_Unreadable")}</Muted>}
      <Muted>
        {differences.length === 0 && !unreadable(view, upper, lower)
          ? t("Differences_None")
          : plural("Differences_Count", differences.length)}
      </Muted>
      {late > 0 && <Announce message={t(missing > 0 ? "Differences_Comparing" : "Differences_Compared")} />}
      {differences.map((difference, index) => (
        <Difference
          key={`${upper} ${lower} ${difference.property}`}
          difference={difference}
          beforeLabel={titles[lower] ?? ""}
          afterLabel={titles[upper] ?? ""}
          columns={looks === "columns"}
          openAtFirst={index < 3}
        />
      ))}
    </Column>
  );
}

/** Computed once for each pair: a form of a megabyte takes its time. Bookkeeping stands last. */
function useDifferences(view: LayerView, upper: number, lower: number): ReturnType<typeof useLateDetails> {
  const { store, state } = useOverrides();
  const { bookkeeping } = state;
  const found = React.useMemo(
    () => (upper === lower ? [] : store.compareLayers(view.component.key, upper, lower)),
    [store, view, upper, lower],
  );
  const sorted = React.useMemo(() => {
    const isBookkeeping = ({ property }: PropertyDifference): boolean => bookkeeping.includes(property.toLowerCase());
    return [...found.filter((it) => !isBookkeeping(it)), ...found.filter(isBookkeeping)];
  }, [found, bookkeeping]);
  const stepsOf = React.useCallback(
    (property: string) => store.compareProperty(view.component.key, property, upper, lower),
    [store, view, upper, lower],
  );
  return useLateDetails(sorted, stepsOf);
}

const unreadable = ({ stack }: LayerView, upper: number, lower: number): boolean =>
  [stack.layers[upper], stack.layers[lower]].some(
    (layer) => layer?.changes.status === "unreadable" || layer?.properties.status === "unreadable",
  );
