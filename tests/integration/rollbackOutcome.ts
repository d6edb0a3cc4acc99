import type { ComponentFate, RollbackPreview } from "../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { Environment } from "../../sandbox/engine/contract";
import { PlatformFault } from "../../sandbox/engine/fault";
import type { Properties } from "../../SolutionHealth/domain/model/property";
import type { StoredComponent } from "../../sandbox/store/model";
import type { Bench } from "../sandbox/engine/handMade";
import { frozen } from "./frozen";

/** What a person sees of an environment: every component, its layers and its values. Taken from the store alone. */
export type Snapshot = ReadonlyMap<string, Sight>;

interface Sight {
  readonly component: StoredComponent;
  /** Top first. */
  readonly layers: readonly string[];
  readonly values: Readonly<Record<string, string>>;
}

/** By component: it is replaced when it changes, so what is seen of it belongs to it. */
const sights = new WeakMap<StoredComponent, Sight>();

export function snapshotOf(environment: Environment): Snapshot {
  return new Map(environment.state.components.map((component) => [component.id, sightOf(component, environment)]));
}

function sightOf(component: StoredComponent, environment: Environment): Sight {
  const known = sights.get(component);
  if (known) return known;
  const sight: Sight = {
    component: frozen(component),
    layers: component.layers.map(({ solution }) => solution).reverse(),
    values: textsOf({
      ...environment.effectiveProperties(component.id),
      ...environment.effectiveChildren(component.id),
    }),
  };
  sights.set(component, sight);
  return sight;
}

const textsOf = (values: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, canonical(value)]));

/** Equal values give equal texts; lists of children have no order of their own. */
export function canonical(value: unknown): string {
  const sorted = Array.isArray(value) ? value.map(canonical).sort() : value;
  return JSON.stringify(sorted, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Takes back what the preview lists, in its order. @returns the refusal, if there was one */
export function carryOut(bench: Bench, { order }: RollbackPreview): PlatformFault | undefined {
  for (const { solution, implied } of order.steps) {
    if (implied) continue;
    try {
      bench.uninstall(solution.uniqueName);
    } catch (error) {
      if (error instanceof PlatformFault && error.status < 500) return error;
      throw error;
    }
  }
  return undefined;
}

/**
 * Every way in which what came differs from what was said. Looks at nothing but what was there, what is there, and the
 * preview's words.
 */
export function differences(before: Snapshot, after: Snapshot, preview: RollbackPreview): string[] {
  const fates = new Map(preview.fates.map((fate) => [fate.component.id, fate]));
  return [...before].flatMap(([id, was]) => {
    const is = after.get(id);
    const fate = fates.get(id);
    const name = `${String(was.component.type)} ${was.component.key}`;
    if (fate === undefined) return untouched(was, is) ? [] : [`${name}: not announced`];
    return differencesOf(fate, was, is).map((difference) => `${name}: ${fate.kind}, ${difference}`);
  });
}

const untouched = (was: Sight, is: Sight | undefined): boolean =>
  is !== undefined && canonical(is.layers) === canonical(was.layers) && canonical(is.values) === canonical(was.values);

function differencesOf(fate: ComponentFate, was: Sight, is: Sight | undefined): string[] {
  if (fate.kind === "unknown") return ["although everything could be read"];
  if (is === undefined) return fate.kind === "deleted" ? [] : ["but it is gone"];
  if (fate.kind === "deleted") return ["but it is there"];
  return [...layerDifferences(fate, was, is), ...valueDifferences(fate, was, is)];
}

function layerDifferences({ heldBy, newBase, hasOverride }: ComponentFate, was: Sight, is: Sight): string[] {
  const managed = is.layers.filter((name) => name !== "Active" && name !== "System");
  const base = (layers: readonly string[]): string | undefined => layers.filter((name) => name !== "Active").at(-1);
  const found: string[] = [];
  if (canonical(heldBy.map(({ solution }) => solution)) !== canonical(managed)) found.push(`held by ${managed.join()}`);
  if (newBase?.solution !== (base(was.layers) === base(is.layers) ? undefined : base(is.layers)))
    found.push("other base");
  if (hasOverride !== is.layers.includes("Active")) found.push("override");
  return found;
}

function valueDifferences({ changes, likelyKept = [], kind }: ComponentFate, was: Sight, is: Sight): string[] {
  const found: string[] = [];
  const announced = new Map(changes.map((change) => [change.property, change]));
  for (const property of new Set([...Object.keys(was.values), ...Object.keys(is.values), ...announced.keys()])) {
    const [now, then] = [textOf(was, property), textOf(is, property)];
    const change = announced.get(property);
    if (change === undefined) {
      if (now !== then && !(likelyKept.includes(property) && heldValues(was, property).has(then)))
        found.push(`${property} silently ${now} → ${then}`);
      continue;
    }
    const said = `${property} said ${saidText(change.now)} → ${saidText(change.then)}, was ${now} → ${then}`;
    if (saidText(change.now) !== now) found.push(said);
    else if (!mayBe(change, then, was)) found.push(said);
  }
  if (changes.length > 0 !== (kind === "fallsBack" || kind === "returns")) found.push("kind and changes disagree");
  return found;
}

/** Of what is only likely, the value may be what any layer says, or go where nobody says it himself. */
const mayBe = ({ property, then, certain }: ComponentFate["changes"][number], found: string, was: Sight): boolean =>
  found === saidText(then) || (!certain && heldValues(was, property).has(found));

/** What the layers that were there say of the property, and nothing. */
function heldValues({ component: { layers } }: Sight, property: string): ReadonlySet<string> {
  const values = layers.flatMap(({ properties, children }) => [properties[property], children?.[property]]);
  return new Set([NOTHING, ...values.flatMap((value) => (value === undefined ? [] : [canonical(value)]))]);
}

const NOTHING = "nothing";
const textOf = ({ values }: Sight, property: string): string => {
  const text = values[property];
  return text === undefined || text === "[]" ? NOTHING : text;
};
const saidText = (value: Properties[string] | undefined): string => (value === undefined ? NOTHING : canonical(value));
