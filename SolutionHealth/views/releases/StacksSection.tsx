import * as React from "react";
import type { LayerName } from "../../domain/consequences/layerName";
import { ACTIVE_LAYER, type ComponentLayer, SYSTEM_LAYER } from "../../domain/layers/componentLayer";
import type { ComponentRelease, PackagePreview } from "../../domain/releases/releasePreview";
import { nameKey } from "../../domain/solutions/solutionNames";
import { answerOf } from "../../state/releases/model";
import { Column } from "../../ui/Layout";
import { StackPicture } from "../../ui/StackPicture";
import type { StackBar, StackMark } from "../../ui/StackPicture";
import { Heading, Muted } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { type ReleaseNames, useReleaseNames } from "./releaseNames";
import { useReleases } from "./releases";

export interface StacksSectionProps {
  readonly preview: PackagePreview;
  readonly fate: ComponentRelease;
}

/** The component's layers now and afterwards, each as a picture. */
export function StacksSection({ preview, fate }: StacksSectionProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const names = useReleaseNames();
  const layersNow = useLayersNow(fate);
  const now = layersNow?.map((layer, index) => barNow(layer, index, { fate, names, product, layers: layersNow }));
  const then = fate.layersThen?.map((layer, index) => barThen(layer, index, { preview, fate, names, product }));
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Release_StackNow")}</Heading>
      <Picture
        bars={now}
        label={t("Release_StackNow")}
        none={t(fate.component.here ? "Release_StackNotRead" : "Release_StackNone")}
      />
      {fate.kind !== "deleted" && (
        <>
          <Heading level={3}>{t("Release_StackThen")}</Heading>
          <Picture bars={then} label={t("Release_StackThen")} none={t("Release_StackUnknown")} />
        </>
      )}
    </Column>
  );
}

interface PictureProps {
  readonly label: string;
  readonly bars: readonly StackBar[] | undefined;
  /** Said where there is no picture. */
  readonly none: string;
}

function Picture({ label, bars, none }: PictureProps): React.ReactElement {
  const { t } = useProduct();
  if (!bars || bars.length === 0) return <Muted>{none}</Muted>;
  return <StackPicture label={label} bars={bars} marksLabel={t("Layers_Changes")} onMore={nothing} />;
}

const nothing = (): void => undefined;

function useLayersNow({ component: { here } }: ComponentRelease): readonly ComponentLayer[] | undefined {
  const { preview } = useReleases().state;
  const reading = here && answerOf(preview)?.facts.stacks.get(here.key);
  return reading?.status === "read" ? reading.stack.layers : undefined;
}

interface BarPorts {
  readonly fate: ComponentRelease;
  readonly names: ReleaseNames;
  readonly product: Product;
}

/** Marks for what the package changes, as far as this layer says something of it; whose value is seen stands out. */
function barNow(
  { solution, kind, publisher, changes }: ComponentLayer,
  index: number,
  { fate, names, product, layers }: BarPorts & { readonly layers: readonly ComponentLayer[] },
): StackBar {
  const { t } = product;
  const title =
    kind === "active" ? t("Layers_Active") : kind === "system" ? t("Layers_System") : names.solution(solution);
  const said = changes.status === "read" ? changes.value : {};
  const marks = propertiesOf(fate).filter((property) => property in said);
  return {
    key: String(index),
    title,
    facts: publisher && kind === "managed" ? [publisher] : [],
    look: kind,
    marks: marks.map((property) => {
      const decides = fate.merged ? undefined : deciding(property, layers);
      const meaning =
        decides === undefined ? "Release_MarkNow" : decides === index ? "Release_MarkSeenNow" : "Release_MarkCovered";
      return { key: property, text: property, wins: decides === index, meaning: t(meaning) };
    }),
    ...(changes.status === "read" ? {} : { note: t("Layers_ChangesUnreadable") }),
  };
}

/** Position of the layer whose value is seen; undefined where a layer on top of it may have another one. */
function deciding(property: string, layers: readonly ComponentLayer[]): number | undefined {
  const index = layers.findIndex(({ changes }) => changes.status !== "read" || property in changes.value);
  return layers[index]?.changes.status === "read" ? index : undefined;
}

function barThen(
  layer: LayerName,
  index: number,
  { preview, fate, names, product }: BarPorts & { readonly preview: PackagePreview },
): StackBar {
  const key = nameKey(layer.solution);
  const isOwn = key === nameKey(preview.package.uniqueName);
  const look = key === nameKey(ACTIVE_LAYER) ? "active" : key === nameKey(SYSTEM_LAYER) ? "system" : "managed";
  return {
    key: String(index),
    title: names.layer(layer),
    // Of the platform's own layers the publisher says nothing.
    facts: [
      ...(layer.publisher && look === "managed" ? [layer.publisher] : []),
      ...(isOwn ? [product.t("Release_OwnLayer")] : []),
    ],
    look,
    marks: isOwn ? ownMarks(fate, product) : hidingMarks(fate, key, product),
  };
}

/** What the package brings: what is seen of it, and what is hidden. */
const ownMarks = ({ changes }: ComponentRelease, { t }: Product): StackMark[] =>
  changes.map(({ property, child, seen }) => {
    const text = child === undefined ? property : `${property} ${child}`;
    const hidden = seen === "hiddenByOverride" || seen === "hiddenByHigher";
    return { key: text, text, wins: !hidden, meaning: t(hidden ? "Release_MarkHidden" : "Release_MarkSeen") };
  });

const hidingMarks = ({ changes }: ComponentRelease, layer: string, { t }: Product): StackMark[] =>
  changes
    .filter(({ seen, by }) => {
      if (seen === "hiddenByOverride") return layer === nameKey(ACTIVE_LAYER);
      return seen === "hiddenByHigher" && by !== undefined && nameKey(by.solution) === layer;
    })
    .map(({ property }) => ({ key: property, text: property, wins: true, meaning: t("Release_MarkHides") }));

const propertiesOf = ({ changes }: ComponentRelease): string[] => [...new Set(changes.map(({ property }) => property))];
