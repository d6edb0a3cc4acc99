import { changesOf } from "../../engine/effective";
import type { Row, StoredComponent } from "../../store/model";
import { ACTIVE_LAYER } from "../../store/model";
import type { EmptyChanges, OverrideHabits } from "../overrideHabits";

const EMPTY: Readonly<Record<EmptyChanges, string | null>> = {
  attributes: '{"Attributes":[]}',
  object: "{}",
  text: "",
  null: null,
};

const VARIANTS: readonly EmptyChanges[] = ["attributes", "object", "text", "null"];

/** Properties as the layer table writes them: a list of keys and values, not a property bag (fact sheet §4.4). */
export function attributes(properties: Row): Row[] {
  return Object.entries(properties).map(([key, value]) => ({ Key: key, Value: value }));
}

/**
 * `msdyn_changes` of one layer (§4.4). The Active layer names all it holds: it hides an update of each of them, even
 * where the value is the same today.
 * @param index place of the layer, 0 = base.
 */
export function changesText(component: StoredComponent, index: number, habits: OverrideHabits): string | null {
  const layer = component.layers[index];
  if (!layer || (index === 0 && habits.baseLayerChanges === "empty" && layer.solution !== ACTIVE_LAYER)) {
    return nothing(component, habits);
  }
  const changes = habits.managedLayerChanges === "all" ? layer.properties : changesOf(component, index);
  const list = attributes(changes);
  return list.length === 0 ? nothing(component, habits) : JSON.stringify({ Attributes: list });
}

function nothing(component: StoredComponent, { noChanges }: OverrideHabits): string | null {
  if (noChanges !== "varied") return EMPTY[noChanges];
  const variant = VARIANTS[Number.parseInt(component.id.slice(0, 8), 16) % VARIANTS.length];
  return EMPTY[variant ?? "attributes"];
}
