import type {
  ComponentRelease,
  LostValue,
  ReleaseChange,
  WayPreview,
} from "../../SolutionHealth/domain/releases/releasePreview";
import type { Properties, PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { Environment } from "../../sandbox/engine/contract";
import type { StoredComponent } from "../../sandbox/store/model";
import { frozen } from "./frozen";

/** One component as the store has it: every layer, and what is seen of it. */
interface Sight {
  readonly component: StoredComponent;
  /** Top first. */
  readonly layers: readonly string[];
  readonly values: ReadonlyMap<string, string>;
  /** Children by collection and key. */
  readonly children: ReadonlyMap<string, string>;
}

export type Snapshot = ReadonlyMap<string, Sight>;

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
    values: new Map(
      Object.entries(environment.effectiveProperties(component.id)).map(([name, value]) => [name, text(value)]),
    ),
    children: new Map(
      Object.entries(environment.effectiveChildren(component.id)).flatMap(([collection, list]) =>
        list.map((child): [string, string] => [`${collection} ${keyOf(collection, child)}`, text(child)]),
      ),
    ),
  };
  sights.set(component, sight);
  return sight;
}

/** Which child it is: its value, its privilege, its column and language; of others all of it. */
function keyOf(collection: string, child: Properties): string {
  if (collection === "AttributePicklistValues") return text(child.value);
  if (collection === "RolePrivileges") return text(child.privilegename);
  if (collection === "CustomControlResources") return text(child.name);
  if (collection === "LocalizedLabels") return `${text(child.objectcolumnname)} ${text(child.languageid)}`;
  return text(child);
}

const NOTHING = "nothing";

function text(value: PropertyValue | undefined): string {
  if (value === undefined) return NOTHING;
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** What the platform writes into every Active layer: nobody's change. */
const NOTED = new Set(["modifiedon", "modifiedby", "overwritetime", "solutionid", "componentstate", "versionnumber"]);

/** What the package's layer is called where it lies. */
export interface OwnLayer {
  readonly said: string;
  readonly real: string;
}

/**
 * Every way in which what came differs from what one way of the preview said. Looks at nothing but what was there, what is
 * there, and the preview's words.
 */
export function differences(before: Snapshot, after: Snapshot, preview: WayPreview, own: OwnLayer): string[] {
  const byId = new Map(preview.fates.flatMap((fate) => (fate.component.here ? [[fate.component.here.id, fate]] : [])));
  const found: string[] = [];
  for (const [id, was] of before) {
    const fate = byId.get(id);
    const is = after.get(id);
    const told = fate ? differencesOf(fate, was, is, own) : isUntouched(was, is) ? [] : ["not announced"];
    found.push(...told.map((one) => `${nameOf(was)}: ${fate?.kind ?? ""} ${one}`));
  }
  return [...found, ...newcomers(before, after, preview)];
}

const nameOf = ({ component }: Sight): string => `${component.type} ${component.key}`;

/** What is there now and was not: exactly what was said to be added, but for what the platform itself brings. */
function newcomers(before: Snapshot, after: Snapshot, { fates }: WayPreview): string[] {
  const added = new Map(fates.filter(({ kind }) => kind === "added").map((fate) => [fate.component.key, fate]));
  // What could not be judged is told as such, and may come.
  const open = new Set(fates.filter(({ kind }) => kind === "unknown").map(({ component }) => component.key));
  const fresh = [...after].flatMap(([id, is]) => (before.has(id) ? [] : [is]));
  const unsaid = fresh.filter(
    ({ component, layers }) =>
      !added.has(component.key) && !open.has(component.key) && layers.some((layer) => layer !== "System"),
  );
  const missing = [...added.keys()].filter((key) => !fresh.some(({ component }) => component.key === key));
  return [
    ...unsaid.map((is) => `${nameOf(is)}: came without a word`),
    ...missing.map((key) => `${key}: said to be added, but did not come`),
  ];
}

const isUntouched = (was: Sight, is: Sight | undefined): boolean =>
  is === was ||
  (is?.layers.join() === was.layers.join() &&
    text(Object.fromEntries(is.values)) === text(Object.fromEntries(was.values)) &&
    text(Object.fromEntries(is.children)) === text(Object.fromEntries(was.children)));

function differencesOf(fate: ComponentRelease, was: Sight, is: Sight | undefined, own: OwnLayer): string[] {
  if (fate.kind === "unknown") return [];
  if (fate.kind === "added") return ["although it was there"];
  if (fate.kind === "deleted") return is === undefined ? [] : ["but it is there"];
  if (is === undefined) return ["but it is gone"];
  if (fate.kind === "leftBehind") return isUntouched(was, is) ? [] : ["but it was touched"];
  return [...layerDifferences(fate, is, own), ...valueDifferences(fate, was, is), ...childDifferences(fate, was, is)];
}

function layerDifferences(
  { layersThen, heldBy, override, kind }: ComponentRelease,
  is: Sight,
  own: OwnLayer,
): string[] {
  const real = is.layers.map((name) => (name === own.real ? own.said : name));
  const found: string[] = [];
  const said = layersThen?.map(({ solution }) => solution);
  if ((said ?? real).join() !== real.join()) found.push(`layers ${String(said)} are ${real.join()}`);
  const managed = is.layers.filter((name) => !["Active", "System"].includes(name));
  const held = heldBy.map(({ solution }) => solution);
  if (kind === "survives" && held.join() !== managed.join()) found.push(`held by ${managed.join()}`);
  const stays = override === "staysOnTop" || override === "mergeTypeKept";
  if (said !== undefined && own.real !== "Active" && stays !== is.layers.includes("Active")) found.push("override");
  return found;
}

function valueDifferences(fate: ComponentRelease, was: Sight, is: Sight): string[] {
  const changes = new Map(fate.changes.flatMap((one) => (one.child === undefined ? [[one.property, one]] : [])));
  const lost = new Map((fate.lost ?? []).flatMap((one) => (one.child === undefined ? [[one.property, one]] : [])));
  const names = new Set([...was.values.keys(), ...is.values.keys(), ...changes.keys(), ...lost.keys()]);
  return [...names].flatMap((name) => {
    if (NOTED.has(name)) return [];
    const now = was.values.get(name) ?? NOTHING;
    const then = is.values.get(name) ?? NOTHING;
    const change = changes.get(name);
    const one = lost.get(name);
    if (change) return changeDifference(change, now, then, was, name);
    if (one) return lostDifference(one, now, then, was);
    if (fate.unsaid?.includes(name)) return heldValues(was, name).has(then) ? [] : [`${name} unsaid became ${then}`];
    return now === then ? [] : [`${name} silently ${now} → ${then}`];
  });
}

function changeDifference(change: ReleaseChange, now: string, then: string, was: Sight, name: string): string[] {
  const said = `${name} (${change.seen}) said ${text(change.visibleNow)} → ${text(change.visibleThen)}, was ${now} → ${then}`;
  if (text(change.visibleNow) !== now) return [said];
  if (change.seen === "merged" || change.seen === "unknown") return [];
  if (change.certain) return text(change.visibleThen) === then ? [] : [said];
  const possible = [
    text(change.visibleThen),
    text(change.otherwise),
    ...(change.incoming === undefined ? heldValues(was, name) : []),
  ];
  return possible.includes(then) ? [] : [said];
}

function lostDifference(lost: LostValue, now: string, then: string, was: Sight): string[] {
  const said = `${lost.property} lost, said ${text(lost.now)} → ${text(lost.then)}, was ${now} → ${then}`;
  if (text(lost.now) !== now) return [said];
  if (lost.certain) return text(lost.then) === then ? [] : [said];
  return then === text(lost.then) || heldValues(was, lost.property).has(then) ? [] : [said];
}

/** What any layer says of the property, or nothing. */
function heldValues({ component }: Sight, property: string): Set<string> {
  const values = component.layers.map(({ properties }) => text(properties[property]));
  return new Set([NOTHING, ...values]);
}

function childDifferences(fate: ComponentRelease, was: Sight, is: Sight): string[] {
  const key = ({ property, child = "" }: ReleaseChange | LostValue): string => `${property} ${child}`;
  const changes = new Map(fate.changes.filter(({ child }) => child !== undefined).map((one) => [key(one), one]));
  const lost = new Map((fate.lost ?? []).filter(({ child }) => child !== undefined).map((one) => [key(one), one]));
  const names = new Set([...was.children.keys(), ...is.children.keys(), ...changes.keys(), ...lost.keys()]);
  return [...names].flatMap((name) => {
    const now = was.children.get(name) ?? NOTHING;
    const then = is.children.get(name) ?? NOTHING;
    const said = saidOf(changes.get(name), lost.get(name)) ?? { now, then: now, open: false };
    const isTold = changes.has(name) || lost.has(name);
    // A collection of which the package says nothing may stay or go.
    if (!isTold && fate.unsaid?.includes(name.slice(0, name.indexOf(" ")))) return [];
    const fits = said.now === now && (said.open || said.then === then);
    return fits ? [] : [`${name} said ${said.now} → ${said.then}, was ${now} → ${then}`];
  });
}

function saidOf(change?: ReleaseChange, lost?: LostValue): { now: string; then: string; open: boolean } | undefined {
  if (change) return { now: text(change.visibleNow), then: text(change.visibleThen), open: !change.certain };
  return lost && { now: text(lost.now), then: text(lost.then), open: !lost.certain };
}
