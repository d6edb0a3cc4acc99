import type { EnvironmentReader } from "../store/environmentStore";
import {
  ACTIVE_LAYER,
  SYSTEM_LAYER,
  type StoredComponent,
  type StoredLayer,
  type StoredSolution,
} from "../store/model";
import { compareVersionText } from "./version";

const HOLDING_SUFFIX = /_upgrade$/i;

/** Where a managed layer stands: next to the layers of the same base solution, by rank among them (§8.1). */
interface Place {
  /** Unique name of the base solution, lower case. */
  readonly group: string;
  /** 0 base, 1 patch, 2 pending upgrade. */
  readonly rank: number;
  readonly version: string;
}

export function holdingName(uniqueName: string): string {
  return `${uniqueName}_Upgrade`;
}

/** A `<name>_Upgrade` row: the pending upgrade of a base solution (§1.4). */
export function isHolding(solution: StoredSolution): boolean {
  return solution.managed && HOLDING_SUFFIX.test(solution.uniqueName);
}

export function isManagedLayer(layer: StoredLayer): boolean {
  return layer.solution !== SYSTEM_LAYER && layer.solution !== ACTIVE_LAYER;
}

/** Whether anything but unmanaged edits holds the component: an Active layer alone does not keep it (§8.2). */
export function hasBase(component: StoredComponent): boolean {
  return component.layers.some((layer) => layer.solution !== ACTIVE_LAYER);
}

/**
 * Puts a layer where it belongs: System at the bottom, Active on top; a managed one beside the layers of its own base
 * solution (base, patches by version, `_Upgrade`), else above all other managed layers. A layer of the same name is
 * replaced where it stands, so that an update is never lifted over solutions installed later (§8.1).
 */
export function placeLayer(
  layers: readonly StoredLayer[],
  layer: StoredLayer,
  store: EnvironmentReader,
): StoredLayer[] {
  const same = layers.findIndex((other) => other.solution === layer.solution);
  if (same >= 0) return layers.map((other, index) => (index === same ? layer : other));
  const at = insertionIndex(layers, layer, store);
  return [...layers.slice(0, at), layer, ...layers.slice(at)];
}

function insertionIndex(layers: readonly StoredLayer[], layer: StoredLayer, store: EnvironmentReader): number {
  if (layer.solution === SYSTEM_LAYER) return 0;
  if (layer.solution === ACTIVE_LAYER) return layers.length;
  const place = placeOf(layer.solution, store);
  let last = -1;
  for (const [index, other] of layers.entries()) {
    if (!isManagedLayer(other)) continue;
    const otherPlace = placeOf(other.solution, store);
    if (otherPlace.group !== place.group) continue;
    if (comparePlaces(otherPlace, place) > 0) return index;
    last = index;
  }
  if (last >= 0) return last + 1;
  const active = layers.findIndex((other) => other.solution === ACTIVE_LAYER);
  return active < 0 ? layers.length : active;
}

/** Whether the base solution, one of its patches or its pending upgrade has a layer on the component already. */
export function hasLayerOfGroup(component: StoredComponent, uniqueName: string, store: EnvironmentReader): boolean {
  const { group } = placeOf(uniqueName, store);
  return component.layers.some((layer) => isManagedLayer(layer) && placeOf(layer.solution, store).group === group);
}

function placeOf(uniqueName: string, store: EnvironmentReader): Place {
  const solution = store.solutionNamed(uniqueName);
  const version = solution?.version ?? "0";
  const parent = solution?.parentId ? store.solution(solution.parentId) : undefined;
  if (parent) return { group: parent.uniqueName.toLowerCase(), rank: 1, version };
  const holding = HOLDING_SUFFIX.test(uniqueName);
  return { group: uniqueName.toLowerCase().replace(HOLDING_SUFFIX, ""), rank: holding ? 2 : 0, version };
}

function comparePlaces(first: Place, second: Place): number {
  return first.rank - second.rank || compareVersionText(first.version, second.version);
}

/** The component without the layers of these solutions, nor what those layers needed. */
export function withoutLayers(component: StoredComponent, solutions: ReadonlySet<string>): StoredComponent {
  const references = Object.fromEntries(
    Object.entries(component.references).filter(([solution]) => !solutions.has(solution)),
  );
  return named({
    ...component,
    layers: component.layers.filter((layer) => !solutions.has(layer.solution)),
    references,
  });
}

/** Display name as the topmost layer that gives one has it. */
export function named(component: StoredComponent): StoredComponent {
  const displayName = component.layers.reduce<string | undefined>(
    (name, layer) => layer.displayName ?? name,
    undefined,
  );
  return { ...component, displayName: displayName ?? component.name };
}
