import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { PackageComponent, SolutionPackage } from "../../SolutionHealth/package/model";
import { ACTIVE_LAYER, type StoredComponent, type StoredLayer, type StoredSolution } from "../store/model";
import { newComponentId } from "./componentId";
import { effectiveProperties } from "./effective";
import { hasBase, named, placeLayer, withoutLayers } from "./layers";
import { checkManagedRules } from "./managedRules";
import { joinSolution, needsRow } from "./memberships";
import { isMergeType } from "./mergeTypes";
import { withPhantom } from "./phantoms";
import type { Address } from "./references";
import { ensureSystemComponent, isPlatformsOwn, NEVER_OVERWRITTEN } from "./systemComponents";
import { columnArrived, tableArrived } from "./tableRows";
import { typeNumber, type Work } from "./work";

const ACTIVE_ONLY: ReadonlySet<string> = new Set([ACTIVE_LAYER]);

/** Share of the progress bar that writing the components takes. */
export const [WRITING_FROM, WRITING_TO] = [20, 90];

/**
 * Writes what the package holds into one layer of each component: the solution's own when managed, Active otherwise.
 * Never deletes: what an earlier version brought and this one lacks stays as it was (§8.3).
 * @param overwrite takes Active layers off the components in the package, except of merge types (§8.3).
 */
export function installComponents(
  work: Work,
  content: SolutionPackage,
  solution: StoredSolution,
  overwrite: boolean,
): void {
  const parts = inOrder(content.components);
  for (const [index, part] of parts.entries()) {
    const component = writeComponent(work, part, solution, overwrite);
    if (needsRow(work, solution, part)) joinSolution(work, solution, component, part);
    work.progress(WRITING_FROM + ((WRITING_TO - WRITING_FROM) * (index + 1)) / parts.length, "components");
  }
  ensureReferences(work, parts);
}

/** Tables first, so that their parts find them; one entry a component. */
function inOrder(components: readonly PackageComponent[]): PackageComponent[] {
  const byAddress = new Map<string, PackageComponent>();
  for (const part of components) {
    const address = `${String(part.type)}|${part.key}`;
    const earlier = byAddress.get(address);
    byAddress.set(address, earlier ? joined(earlier, part) : part);
  }
  const parts = [...byAddress.values()];
  const isTable = (part: PackageComponent): boolean => part.type === ComponentType.Entity;
  return [...parts.filter(isTable), ...parts.filter((part) => !isTable(part))];
}

/** A package may describe one component in two places, e.g. an option set globally and with its column. */
function joined(first: PackageComponent, second: PackageComponent): PackageComponent {
  return {
    ...first,
    ...second,
    root: first.root || second.root,
    ...(first.root && first.behavior !== undefined ? { behavior: first.behavior } : {}),
    shell: first.shell && second.shell,
    properties: { ...first.properties, ...second.properties },
    references: [...first.references, ...second.references],
  };
}

function writeComponent(
  work: Work,
  part: PackageComponent,
  solution: StoredSolution,
  overwrite: boolean,
): StoredComponent {
  const address: Address = { type: typeNumber(work.store, part.type), key: part.key };
  const existing = work.store.find(address.type, address.key) ?? startingPoint(work, part, address);
  const before = existing ?? blank(work, part, address);
  if (solution.managed) checkManagedRules(work, part, before, solution);
  const layered = withLayer(work, part, before, solution);
  const kept =
    overwrite && solution.managed && !part.shell && !isMergeType(address.type)
      ? withoutLayers(layered, ACTIVE_ONLY)
      : layered;
  const component = named({
    ...withPhantom(work, before, kept, solution),
    modifiedOn: work.at,
    modifiedBy: work.caller.userId,
  });
  work.store.putComponent(component);
  if (address.type === ComponentType.Entity) tableArrived(work, component);
  if (address.type === ComponentType.Attribute) columnArrived(work.store, component);
  return component;
}

/** What lies below a component this environment has not met: the platform's own one, or nothing. */
function startingPoint(work: Work, part: PackageComponent, address: Address): StoredComponent | undefined {
  const details = { id: part.id, name: part.name, table: part.table };
  if (part.table !== undefined && part.table !== part.key) {
    ensureSystemComponent(work, { type: ComponentType.Entity, key: part.table });
  }
  const onSystemTable = address.type !== ComponentType.Attribute || isSystemTable(work, part.table);
  if (part.shell || (isPlatformsOwn(address) && onSystemTable)) return ensureSystemComponent(work, address, details);
  return undefined;
}

/** `createdon` of a publisher's own table comes with that table, not with the platform. */
function isSystemTable(work: Work, table: string | undefined): boolean {
  return table !== undefined && !table.includes("_") && work.store.find(ComponentType.Entity, table) !== undefined;
}

function blank(work: Work, part: PackageComponent, address: Address): StoredComponent {
  return {
    id: newComponentId(work.store, address.type, address.key, part.id),
    type: address.type,
    key: address.key,
    name: part.name,
    displayName: part.displayName ?? part.name,
    ...(part.table === undefined ? {} : { table: part.table }),
    layers: [],
    references: {},
    createdOn: work.at,
    modifiedOn: work.at,
    modifiedBy: work.caller.userId,
    ownerId: work.caller.userId,
  };
}

function withLayer(
  work: Work,
  part: PackageComponent,
  component: StoredComponent,
  solution: StoredSolution,
): StoredComponent {
  const name = solution.managed ? solution.uniqueName : ACTIVE_LAYER;
  const previous = component.layers.find((layer) => layer.solution === name);
  const layer: StoredLayer = {
    solution: name,
    properties: newProperties(part, component, solution, previous),
    ...childrenOf(part, previous),
    ...(part.displayName === undefined ? {} : { displayName: part.displayName }),
    ...(part.root ? { behavior: part.behavior ?? 0 } : {}),
    createdOn: previous?.createdOn ?? work.at,
    overwriteTime: previous?.overwriteTime ?? NEVER_OVERWRITTEN,
  };
  const references = part.shell
    ? component.references
    : {
        ...component.references,
        [name]: part.references.map((to) => ({ type: typeNumber(work.store, to.type), key: to.key })),
      };
  return { ...component, layers: placeLayer(component.layers, layer, work.store), references };
}

/**
 * A managed layer is rewritten as the package has it; a shell says nothing, so what the layer said stays. Unmanaged
 * packages add to the one Active layer, and only what differs from the layers below.
 */
function newProperties(
  part: PackageComponent,
  component: StoredComponent,
  solution: StoredSolution,
  previous: StoredLayer | undefined,
): StoredLayer["properties"] {
  if (part.shell) return previous?.properties ?? {};
  if (solution.managed) return { ...part.properties };
  if (!hasBase(component)) return { ...previous?.properties, ...part.properties };
  const below = effectiveProperties(withoutLayers(component, ACTIVE_ONLY));
  const changed = Object.entries(part.properties).filter(
    ([name, value]) =>
      previous?.properties[name] !== undefined || JSON.stringify(below[name]) !== JSON.stringify(value),
  );
  return { ...previous?.properties, ...Object.fromEntries(changed) };
}

function childrenOf(part: PackageComponent, previous: StoredLayer | undefined): Pick<StoredLayer, "children"> {
  const children = part.shell ? previous?.children : part.children;
  if (!children) return {};
  return { children: Object.fromEntries(Object.entries(children).map(([name, list]) => [name, [...list]])) };
}

/** Tables and columns of the platform exist as soon as anything refers to them. */
function ensureReferences(work: Work, parts: readonly PackageComponent[]): void {
  for (const part of parts) {
    for (const reference of part.references) {
      const address = { type: typeNumber(work.store, reference.type), key: reference.key };
      if (!isPlatformsOwn(address) || work.store.find(address.type, address.key)) continue;
      const table =
        address.type === ComponentType.Attribute ? address.key.slice(0, address.key.indexOf(".")) : undefined;
      if (table?.includes("_")) continue;
      ensureSystemComponent(work, address);
    }
  }
}
