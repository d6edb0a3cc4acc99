import { guidFor } from "../store/guidFor";
import { ACTIVE_LAYER, type Row, type StoredComponent, type StoredLayer, type StoredSolution } from "../store/model";
import { NEVER_OVERWRITTEN } from "./systemComponents";
import type { Work } from "./work";

/** What the platform itself writes into Active layers: none of it is anybody's change (§4.5). */
const BOOKKEEPING: ReadonlySet<string> = new Set([
  "modifiedon",
  "modifiedby",
  "overwritetime",
  "solutionid",
  "componentstate",
  "versionnumber",
]);

/** An Active layer that changes nothing: empty, or bookkeeping only. */
export function isPhantom(layer: StoredLayer): boolean {
  return layer.children === undefined && Object.keys(layer.properties).every((name) => BOOKKEEPING.has(name));
}

/** A number from 0 up to, but not including, 1 that depends on the texts alone. */
function lot(...parts: readonly string[]): number {
  return Number.parseInt(guidFor(...parts).slice(0, 8), 16) / 2 ** 32;
}

/**
 * Gives the component its phantom layer, when the solution's layer is new on it, its lot says so and it has no Active
 * layer: so that one which was taken off by hand or by an overwriting import does not come back with each update.
 */
export function withPhantom(
  work: Work,
  before: StoredComponent,
  component: StoredComponent,
  solution: StoredSolution,
): StoredComponent {
  const known = before.layers.some((layer) => layer.solution === solution.uniqueName);
  if (!solution.managed || known || component.layers.at(-1)?.solution === ACTIVE_LAYER) return component;
  if (lot("phantom", component.id) >= work.options.phantomShare) return component;
  const layer = phantomLayer(component.id, work.at, work.caller.userId);
  return { ...component, layers: [...component.layers, layer] };
}

/** An Active layer that changes nothing; which of its forms it has depends on the component's id alone. */
export function phantomLayer(componentId: string, at: string, userId: string): StoredLayer {
  const modified = { modifiedon: at, modifiedby: { Id: userId, LogicalName: "systemuser" } };
  const forms: readonly Row[] = [
    {},
    { modifiedon: at },
    modified,
    { ...modified, overwritetime: NEVER_OVERWRITTEN, componentstate: { Value: 0 } },
  ];
  const properties = forms[Math.floor(lot("phantom form", componentId) * forms.length)] ?? {};
  return { solution: ACTIVE_LAYER, properties, createdOn: at, overwriteTime: NEVER_OVERWRITTEN };
}
