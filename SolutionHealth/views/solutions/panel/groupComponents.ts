import { componentTypeName } from "../../../domain/components/componentTypes";
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
  texts: Pick<Texts, "t" | "collator">,
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
      title: titleOf(type, typeNames, texts),
      ...totalOf(list, type, wanted),
    }))
    .sort((one, other) => texts.collator.compare(one.title, other.title));
}

/** In the user's language where the type is one of the platform's own, else as this environment calls it. */
function titleOf(type: number, typeNames: ReadonlyMap<number, string> | undefined, { t }: Pick<Texts, "t">): string {
  const { platformName, textKey } = componentTypeName(type, typeNames);
  if (textKey !== undefined) return t(textKey);
  return platformName === String(type) ? t("Components_Type", platformName) : platformName;
}

/** The server's own count belongs to the whole type: under a search it would compare with something else. */
function totalOf({ totals }: ComponentList, type: number, wanted: string): { readonly total?: number } {
  const total = totals?.get(type);
  return total === undefined || wanted ? {} : { total };
}

const matches = ({ name, displayName, table }: SolutionComponent, wanted: string): boolean =>
  [name, displayName, table ?? ""].some((text) => text.toLowerCase().includes(wanted));
