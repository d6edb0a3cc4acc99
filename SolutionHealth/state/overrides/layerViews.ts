import { compareProperty, compareStack } from "../../domain/differences/compareStack";
import type { DetailSteps } from "../../domain/differences/compareValues";
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

/** Views kept: each may hold megabytes. */
const MOST_KEPT = 10;

/** The layers of single components, read when somebody opens them. */
export class LayerViews {
  private readonly readings = new Map<ComponentKey, AbortController>();

  constructor(
    private readonly cell: Cell<OverridesState>,
    private readonly ports: OverridesPorts,
  ) {}

  async load(given: Omit<OverriddenComponent, "key">): Promise<void> {
    const component = { ...given, key: componentKey(given) };
    const { key } = component;
    this.readings.get(key)?.abort();
    const own = new AbortController();
    this.readings.set(key, own);
    const isCurrent = (): boolean => this.readings.get(key) === own;
    const before = latest(this.viewOf(key));
    this.publish(key, loading(before));
    try {
      const view = await readView(component, this.ports, own.signal);
      if (isCurrent()) this.publish(key, ready(view, new Date(this.ports.clock.now())));
    } catch (error) {
      if (isCurrent()) this.publish(key, failed(toFailure(error), before));
    } finally {
      if (isCurrent()) this.readings.delete(key);
    }
  }

  compare(key: ComponentKey, upper?: number, lower?: number): readonly PropertyDifference[] {
    const view = latest(this.viewOf(key));
    return view ? compareStack(view.stack, upper, lower) : [];
  }

  compareProperty(key: ComponentKey, property: string, upper: number, lower: number): DetailSteps | undefined {
    const view = latest(this.viewOf(key));
    return view && compareProperty(view.stack, property, upper, lower);
  }

  abort(): void {
    this.readings.forEach((reading) => reading.abort());
  }

  private viewOf(key: ComponentKey): Resource<LayerView> {
    return this.cell.get().layers.get(key) ?? { status: "idle" };
  }

  private publish(key: ComponentKey, view: Resource<LayerView>): void {
    const layers = new Map(this.cell.get().layers);
    layers.delete(key);
    layers.set(key, view);
    for (const oldest of [...layers.keys()].slice(0, -1)) {
      if (layers.size > MOST_KEPT && !this.readings.has(oldest)) layers.delete(oldest);
    }
    this.cell.update({ layers });
  }
}

async function readView(
  component: OverriddenComponent,
  { transport, solutions: known }: OverridesPorts,
  signal: AbortSignal,
): Promise<LayerView> {
  const { id, typeName } = component;
  const [rows, solutions] = await Promise.all([
    retrieveComponentLayers({ id, typeName }, transport, signal),
    // Versions are a help: without them the stack is still good.
    known?.() ?? retrieveSolutions(transport, signal).catch(() => []),
  ]);
  return toLayerView(component, toLayerStack({ id, typeName }, rows), solutions);
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
