import type { ComponentFate, FateKind } from "../../domain/rollbacks/rollbackPreview";
import type { Texts } from "../texts";
import { FATE_KINDS } from "./fateLooks";
import type { RollbackNames } from "./rollbackNames";

export interface FateQuery {
  readonly search: string;
  /** Fates that are shown; empty: all. */
  readonly kinds: ReadonlySet<FateKind>;
}

/** Components of one type that come to the same fate. */
export interface FateGroup {
  /** Unique among all groups. */
  readonly key: string;
  readonly title: string;
  readonly fates: readonly ComponentFate[];
}

export interface FateSection {
  readonly kind: FateKind;
  readonly count: number;
  readonly groups: readonly FateGroup[];
}

/** What the query leaves, by fate and then by type. */
export function arrangeFates(
  fates: readonly ComponentFate[],
  { search, kinds }: FateQuery,
  names: RollbackNames,
  { collator }: Pick<Texts, "collator">,
): FateSection[] {
  const wanted = search.trim().toLowerCase();
  const left = wanted === "" ? fates : fates.filter((fate) => matches(fate, wanted, names));
  return FATE_KINDS.filter((kind) => kinds.size === 0 || kinds.has(kind))
    .map((kind) => sectionOf(kind, left, names, collator))
    .filter(({ count }) => count > 0);
}

function sectionOf(
  kind: FateKind,
  fates: readonly ComponentFate[],
  names: RollbackNames,
  collator: Intl.Collator,
): FateSection {
  const own = fates.filter((fate) => fate.kind === kind);
  const byType = new Map<string, ComponentFate[]>();
  for (const fate of own) {
    const title = names.type(fate.component);
    const group = byType.get(title);
    if (group) group.push(fate);
    else byType.set(title, [fate]);
  }
  const groups = [...byType]
    .map(([title, some]) => ({ key: `${kind} ${title}`, title, fates: some }))
    .sort((one, other) => collator.compare(one.title, other.title));
  return { kind, count: own.length, groups };
}

/** Names of the component, of its table, and of the properties and layers that are told of it. */
function matches({ component, changes, heldBy }: ComponentFate, wanted: string, names: RollbackNames): boolean {
  const { name, displayName, table } = component;
  return [
    name,
    displayName,
    table ?? "",
    names.type(component),
    ...changes.map(({ property }) => property),
    ...heldBy.map(({ displayName: title }) => title),
  ].some((text) => text.toLowerCase().includes(wanted));
}
