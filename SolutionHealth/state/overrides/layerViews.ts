import { compareStack } from "../../domain/differences/compareStack";
import type { PropertyDifference } from "../../domain/differences/difference";
import { retrieveComponentLayers } from "../../dataverse/overrides/retrieveComponentLayers";
import { retrieveSolutions } from "../../dataverse/retrieveSolutions";
import { componentKey, type ComponentKey, type LayerStack } from "../../domain/layers/componentLayer";
import { toLayerStack } from "../../domain/layers/layerStack";
import { isMergeType } from "../../domain/layers/mergeTypes";
import { propertyWinners } from "../../domain/layers/winners";
import type { InstalledSolution } from "../../domain/model/solution";
import { nameKey } from "../../domain/solutions/solutionNames";
import { assessRemoval, incomingValues } from "../../domain/overrides/assessRemoval";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { toFailure } from "../failure";
import { failed, latest, loading, ready } from "../resource";
import type { Resource } from "../model";
import type { Cell } from "./cell";
import type { LayerView, OverridesState } from "./model";
import type { OverridesPorts } from "./ports";

/** The layers of single components, read when somebody opens them. */
export interface LayerViews {
  load(component: Omit<OverriddenComponent, "key">): Promise<void>;
  compare(key: ComponentKey, upper?: number, lower?: number): readonly PropertyDifference[];
  abort(): void;
}

/** Views kept: each may hold megabytes. */
const MOST_KEPT = 10;

export function createLayerViews(cell: Cell<OverridesState>, { transport, clock }: OverridesPorts): LayerViews {
  const readings = new Map<ComponentKey, AbortController>();

  const viewOf = (key: ComponentKey): Resource<LayerView> => cell.get().layers.get(key) ?? { status: "idle" };

  function publish(key: ComponentKey, view: Resource<LayerView>): void {
    const layers = new Map(cell.get().layers);
    layers.delete(key);
    layers.set(key, view);
    for (const oldest of layers.keys()) {
      if (layers.size <= MOST_KEPT) break;
      if (!readings.has(oldest)) layers.delete(oldest);
    }
    cell.update({ layers });
  }

  return {
    async load(given) {
      const component = { ...given, key: componentKey(given) };
      const { key } = component;
      readings.get(key)?.abort();
      const own = new AbortController();
      readings.set(key, own);
      const isCurrent = (): boolean => readings.get(key) === own;
      const before = latest(viewOf(key));
      publish(key, loading(before));
      try {
        const [rows, solutions] = await Promise.all([
          retrieveComponentLayers(component, transport, own.signal),
          // Versions are a help: without them the stack is still good.
          retrieveSolutions(transport, own.signal).catch(() => []),
        ]);
        const stack = toLayerStack({ id: component.id, typeName: component.typeName }, rows);
        if (isCurrent()) publish(key, ready(toLayerView(component, stack, solutions), new Date(clock.now())));
      } catch (error) {
        if (isCurrent()) publish(key, failed(toFailure(error), before));
      } finally {
        if (isCurrent()) readings.delete(key);
      }
    },
    compare(key, upper, lower) {
      const view = latest(viewOf(key));
      return view ? compareStack(view.stack, upper, lower) : [];
    },
    abort: () => readings.forEach((reading) => reading.abort()),
  };
}

function toLayerView(
  component: OverriddenComponent,
  stack: LayerStack,
  solutions: readonly InstalledSolution[],
): LayerView {
  return {
    component,
    stack,
    winners: propertyWinners(stack),
    merged: isMergeType(component.typeName),
    incoming: incomingValues(stack),
    removability: assessRemoval(stack),
    versions: new Map(solutions.map(({ uniqueName, version }) => [nameKey(uniqueName), version])),
  };
}
