import { canonicalText } from "../canonicalText";
import type { ComponentKey } from "../layers/componentLayer";
import type { PropertyValue } from "../model/property";
import type { DataAtRisk, DataItem } from "../consequences/dataAtRisk";
import type { FATE_COLUMNS, ReportWords } from "./reportWords";
import type { RollbackComponent } from "./rollbackFacts";
import type { ComponentFate, RollbackPreview } from "./rollbackPreview";

export type FateColumn = (typeof FATE_COLUMNS)[number];

/** Writes a fate into cells, in the words of whoever reads them. */
export type FateCells = (fate: ComponentFate, columns: readonly FateColumn[]) => string[];

/** Documents are told by their beginning. */
const LONGEST_VALUE = 60;

/** @param data counted, where it was */
export function createFateCells(
  { fates }: Pick<RollbackPreview, "fates">,
  data: DataAtRisk | undefined,
  words: ReportWords,
): FateCells {
  const components = new Map<ComponentKey, RollbackComponent>(fates.map(({ component }) => [component.key, component]));
  const counted = new Map<ComponentKey, DataItem>((data?.items ?? []).map((item) => [item.component.key, item]));
  const surroundings = { components, counted, words };
  return (fate, columns) => columns.map((column) => CELLS[column](fate, surroundings) ?? "");
}

interface Surroundings {
  readonly components: ReadonlyMap<ComponentKey, RollbackComponent>;
  readonly counted: ReadonlyMap<ComponentKey, DataItem>;
  readonly words: ReportWords;
}

type Cell = (fate: ComponentFate, surroundings: Surroundings) => string | undefined;

const CELLS: Readonly<Record<FateColumn, Cell>> = {
  fate: ({ kind }, { words }) => words.fate(kind),
  type: ({ component }, { words }) => words.type(component),
  name: ({ component }, { words }) => words.component(component),
  logicalName: ({ component }) => component.name,
  table: ({ component }) => component.table,
  id: ({ component }) => component.id,
  because: (fate, surroundings) => becauseOf(fate, surroundings).join(" "),
  changes: ({ changes }, { words }) =>
    changes
      .map(({ property, now, then, from, certain }) =>
        words.change({
          property,
          now: shortened(now),
          then: shortened(then),
          from: from && words.layer(from),
          certain,
        }),
      )
      .join("; "),
  likelyKept: ({ likelyKept }) => likelyKept?.join(", "),
  heldBy: ({ heldBy }, { words }) => heldBy.map((layer) => words.layer(layer)).join(", "),
  leaving: ({ leaving }, { words }) => leaving.map((name) => words.solution(name)).join(", "),
  override: ({ hasOverride }, { words }) => (hasOverride === undefined ? words.notTold : hasOverride ? words.yes : ""),
  data: ({ component }, { counted, words }) => {
    const item = counted.get(component.key);
    return item && words.data(item);
  },
};

function becauseOf(fate: ComponentFate, { components, words }: Surroundings): string[] {
  const { goesWith, newBase, unchangedBecause, decidedBy, kind, why } = fate;
  const whole = components.get(goesWith ?? "");
  return [
    ...(whole ? [words.goesWith(whole)] : []),
    ...(newBase ? [words.newBase(newBase)] : []),
    ...(unchangedBecause ? [words.unchanged(unchangedBecause, decidedBy)] : []),
    ...(kind === "unknown" ? [words.why(why)] : []),
  ];
}

function shortened(value: PropertyValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : canonicalText(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}
