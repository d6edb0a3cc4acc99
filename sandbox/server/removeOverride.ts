import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { Caller } from "../engine/contract";
import { PlatformFault } from "../engine/fault";
import { notCustomizable } from "../engine/faults";
import { isCustomizable } from "../engine/managedRules";
import { recordNotFound } from "../odata/syntaxFault";
import type { StoredComponent } from "../store/model";
import { ACTIVE_LAYER } from "../store/model";
import type { ServerContext } from "./context";
import { isMetadata, kindOf } from "./tables/componentKinds";

/** What a message of §6.1 names a component by: its id and the run-time name, or the backing table. */
export interface ComponentReference {
  readonly id: Guid;
  readonly name: string;
  /** Which of the two `name` is: `WebResource`, or `webresource`. */
  readonly by: "name" | "table";
}

/** @throws PlatformFault 404 where there is no such component, 400 where the name is another kind's. */
export function referredComponent(context: ServerContext, reference: ComponentReference): StoredComponent {
  const { state, store } = context.environment;
  const component = store.component(reference.id);
  if (!component) throw recordNotFound(reference.name, reference.id);
  if (kindOf(component.type, state.environmentTypes)?.[reference.by] !== reference.name) {
    throw new PlatformFault(
      "0x80040265",
      `The solution component name '${reference.name}' is not valid for '${reference.id}'.`,
    );
  }
  return component;
}

/**
 * Takes a component's Active layer off. Without one nothing happens; where it is the only layer, the component is
 * deleted (§6.1).
 * @throws PlatformFault where the platform refuses, by switches: types of metadata, what is not customizable, chosen ones.
 */
export function removeOverride(context: ServerContext, component: StoredComponent, caller: Caller): void {
  refuse(context, component);
  const active = component.layers.find((layer) => layer.solution === ACTIVE_LAYER);
  context.environment.removeActiveLayer(component.id, caller);
  const { habits, clock } = context.options;
  if (!active || !names(habits.reappearing, component)) return;
  const comeBack = (): void => putBack(context, component.id, active.properties, caller);
  if (habits.reappearsAfter <= 0) comeBack();
  else clock.after(habits.reappearsAfter, comeBack);
}

function names(list: readonly (string | number)[], component: StoredComponent): boolean {
  return list.includes(component.id) || list.includes(component.key);
}

function refuse(context: ServerContext, component: StoredComponent): void {
  const { habits } = context.options;
  const unsupported = habits.metadataRemoval === "refused" && isMetadata(component.type);
  if (unsupported || habits.irremovable.includes(component.type) || names(habits.irremovable, component)) {
    const kind = kindOf(component.type, context.environment.state.environmentTypes)?.name ?? String(component.type);
    throw new PlatformFault(
      "0x80040203",
      `Removing active customizations is not supported for the component '${component.name}' of type '${kind}'.`,
    );
  }
  const hasLayer = component.layers.some((layer) => layer.solution === ACTIVE_LAYER);
  if (hasLayer && habits.notCustomizableRemoval === "refused" && !isCustomizable(component)) {
    throw notCustomizable("RemoveActiveCustomizations", component);
  }
}

/** Nothing comes back on a component that went meanwhile, or that takes no edits. */
function putBack(
  context: ServerContext,
  id: Guid,
  properties: StoredComponent["layers"][number]["properties"],
  caller: Caller,
): void {
  if (!context.environment.store.component(id)) return;
  try {
    context.environment.customize(id, properties, caller);
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
  }
}
