import { CLASSIC_TYPE_NAMES } from "../../domain/components/classicTypeNames";
import { componentTypeName } from "../../domain/components/componentTypes";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { componentKey } from "../../domain/layers/componentLayer";
import type { SolutionComponent } from "../../domain/model/component";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { OverrideRow } from "../../state/overrides/model";
import type { PlacedComponent } from "../host";

/** What a list of a solution knows about a component, in the words of the layer view. */
export function placedComponent(
  { id, type }: Pick<SolutionComponent, "id" | "type">,
  typeNames: ReadonlyMap<number, string> | undefined,
): PlacedComponent {
  return { typeName: componentTypeName(type, typeNames).platformName, id };
}

/**
 * The component that a place names, with its names where any list that was read has them; after a reload nothing but
 * type and id is known, and the layers tell the name.
 */
export function openedComponent(
  place: PlacedComponent,
  rows: readonly OverrideRow[],
  components: readonly SolutionComponent[],
  typeNames: ReadonlyMap<number, string> | undefined,
): OverriddenComponent {
  const key: ComponentKey = componentKey(place);
  const row = rows.find(({ component }) => component.key === key);
  if (row) return row.component;
  const listed = components.find(({ id }) => id === place.id);
  return {
    ...place,
    key,
    type: listed?.type ?? typeNumber(place.typeName, typeNames),
    name: listed?.name ?? "",
    displayName: listed?.displayName ?? "",
    ...(listed?.table === undefined ? {} : { table: listed.table }),
  };
}

/** Of two numbers that share a name the newer one; 0 for a name that nobody knows. */
function typeNumber(typeName: string, typeNames: ReadonlyMap<number, string> | undefined): number {
  const known = [...CLASSIC_TYPE_NAMES, ...(typeNames ?? [])].filter(([, name]) => name === typeName);
  return known[known.length - 1]?.[0] ?? 0;
}
