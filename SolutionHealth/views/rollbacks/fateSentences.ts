import type { ComponentFate, LayerName, UnchangedReason, ValueChange } from "../../domain/rollbacks/rollbackPreview";
import type { Texts } from "../texts";
import type { RollbackNames } from "./rollbackNames";

const UNCHANGED: Readonly<Record<UnchangedReason, string>> = {
  higherLayer: "Unchanged_HigherLayer",
  override: "Unchanged_Override",
  sameValues: "Unchanged_SameValues",
  nothingSet: "Unchanged_NothingSet",
};

/** What the sentences about one component need to know besides its fate. */
export interface FateSurroundings {
  readonly names: RollbackNames;
  readonly texts: Texts;
  /** Name of the whole with which it goes. */
  readonly whole?: string;
  /** Rows or values that go along, in words. */
  readonly data?: string;
  /** True where several solutions go: then it is told which of them concerns it. */
  readonly several: boolean;
}

/** Why a component comes to its fate, a sentence each. */
export function fateSentences(fate: ComponentFate, surroundings: FateSurroundings): string[] {
  const { texts, names, several } = surroundings;
  const { t } = texts;
  const told = kindSentences(fate, surroundings);
  return [
    ...told,
    ...(fate.newBase ? [t("Fate_NewBase", names.layer(fate.newBase))] : []),
    ...(fate.kind === "deleted" ? overrideSentences(fate, t) : []),
    ...likelyKept(fate, texts),
    ...(fate.merged && fate.changes.length > 0 ? [t("Fate_Merged")] : []),
    ...(several && fate.leaving.length > 0
      ? [t("Fate_Leaving", fate.leaving.map((name) => names.solution(name)).join(", "))]
      : []),
  ];
}

function overrideSentences({ hasOverride }: ComponentFate, t: Texts["t"]): string[] {
  if (hasOverride === undefined) return [t("Fate_OverrideMayGo")];
  return hasOverride ? [t("Fate_OverrideGoes")] : [];
}

function kindSentences(fate: ComponentFate, surroundings: FateSurroundings): string[] {
  const { names, texts } = surroundings;
  switch (fate.kind) {
    case "deleted":
      return deletedSentences(surroundings);
    case "fallsBack":
      return changeSentences(fate.changes, names, ({ count, layer }) =>
        layer === undefined
          ? texts.plural("Fate_ValuesGone", count)
          : texts.plural("Fate_ValuesFallBack", count, layer),
      );
    case "returns":
      return changeSentences(fate.changes, names, ({ count, layer }) =>
        layer === undefined ? texts.plural("Fate_ValuesGone", count) : texts.plural("Fate_ValuesReturn", count, layer),
      );
    case "survives":
      return [...heldBy(fate.heldBy, surroundings), ...unchangedSentences(fate, surroundings)];
    case "unchanged":
      return unchangedSentences(fate, surroundings);
    case "unknown":
      return [names.why(fate.why)];
  }
}

function deletedSentences({ texts: { t }, whole, data }: FateSurroundings): string[] {
  const because = whole === undefined ? t("Fate_NothingHolds") : t("Fate_GoesWith", whole);
  return data === undefined ? [because] : [because, t("Fate_WithData", data)];
}

function heldBy(layers: readonly LayerName[], { names, texts: { t } }: FateSurroundings): string[] {
  return layers.length === 0 ? [] : [t("Fate_HeldBy", names.layers(layers))];
}

function unchangedSentences(
  { unchangedBecause, decidedBy }: ComponentFate,
  { names, texts }: FateSurroundings,
): string[] {
  return unchangedBecause === undefined ? [] : [unchangedSentence(unchangedBecause, decidedBy, names, texts)];
}

/** Why nothing that is seen changes. @param decidedBy the higher layer, where it is one that decides */
export function unchangedSentence(
  reason: UnchangedReason,
  decidedBy: LayerName | undefined,
  names: RollbackNames,
  { t }: Pick<Texts, "t">,
): string {
  if (reason !== "higherLayer") return t(UNCHANGED[reason]);
  return decidedBy ? t(UNCHANGED.higherLayer, names.layer(decidedBy)) : t("Unchanged_Higher");
}

/** One sentence for each layer whose values will be seen. */
function changeSentences(
  changes: readonly ValueChange[],
  names: RollbackNames,
  sentence: (group: { readonly count: number; readonly layer: string | undefined }) => string,
): string[] {
  const counts = new Map<string | undefined, number>();
  for (const { from } of changes) {
    const layer = from && names.layer(from);
    counts.set(layer, (counts.get(layer) ?? 0) + 1);
  }
  return [...counts].map(([layer, count]) => sentence({ layer, count }));
}

function likelyKept({ likelyKept: kept = [] }: ComponentFate, { plural }: Texts): string[] {
  return kept.length === 0 ? [] : [plural("Fate_LikelyKept", kept.length, kept.join(", "))];
}
