import type { SolutionComponent } from "../../../domain/model/component";
import type { ComponentList } from "../../../state/model";
import type { Texts } from "../../texts";

export interface ComponentGroup {
  readonly type: number;
  readonly title: string;
  readonly components: readonly SolutionComponent[];
  /** How many the server counts, where that is more than what has been read. */
  readonly total?: number;
}

/** Components by type, by the name of the type; only those that the search leaves. */
export function groupComponents(
  list: ComponentList | undefined,
  typeNames: ReadonlyMap<number, string> | undefined,
  search: string,
  { t }: Pick<Texts, "t">,
): ComponentGroup[] {
  if (!list) return [];
  const wanted = search.trim().toLowerCase();
  const byType = new Map<number, SolutionComponent[]>();
  for (const component of list.components) {
    if (wanted && !matches(component, wanted)) continue;
    const group = byType.get(component.type);
    if (group) group.push(component);
    else byType.set(component.type, [component]);
  }
  return [...byType]
    .map(([type, components]) => ({
      type,
      components,
      title: typeNames?.get(type) ?? t("Components_Type", String(type)),
    }))
    .sort((one, other) => one.title.localeCompare(other.title));
}

const matches = ({ name, displayName, table }: SolutionComponent, wanted: string): boolean =>
  [name, displayName, table ?? ""].some((text) => text.toLowerCase().includes(wanted));
