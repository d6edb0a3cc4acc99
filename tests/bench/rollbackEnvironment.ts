import { NEVER_OVERWRITTEN } from "../../sandbox/engine/systemComponents";
import { guidFor } from "../../sandbox/store/guidFor";
import {
  type EnvironmentState,
  type StoredComponent,
  type StoredLayer,
  type StoredMembership,
  SYSTEM_LAYER,
} from "../../sandbox/store/model";
import { largeEnvironment, type LargeEnvironmentSizes, largeSizes } from "./largeEnvironment";

/** An environment in which one solution holds so many components, and what must become of them. */
export interface RollbackEnvironment {
  readonly state: EnvironmentState;
  readonly targetId: string;
  readonly size: number;
  /** Components that have another owner besides: their layers decide. */
  readonly shared: number;
  /** Components of the platform that it customizes. */
  readonly platform: number;
  /** Components of other solutions that need one of those that go. */
  readonly dependents: number;
}

const TARGET = "LargeTarget";
/** Of the same publisher, so that it takes over. */
const HEIR = "Large00";
const LATER = "2025-04-04T08:00:00Z";
/** One table in ten is the platform's. */
const PLATFORM_EVERY = 10;
const DEPENDENTS = 20;

/**
 * Takes whole tables of the large environment, with everything that was made with them, into one solution until it has
 * so many components. One in ten of them is the platform's, customized by it; what stands outside of tables (one in ten)
 * is customized by another solution as well; some forms of other solutions need its columns.
 */
export function rollbackEnvironment(size: number, sizes: LargeEnvironmentSizes = largeSizes): RollbackEnvironment {
  const { state } = largeEnvironment({ ...sizes, realOverrides: 0, stateOnly: 0, phantoms: 0 });
  const heirRow = state.solutions.find(({ uniqueName }) => uniqueName === HEIR);
  if (!heirRow) throw new Error(`There is no solution ${HEIR}.`);
  const { id: heir } = heirRow;
  const target = guidFor("large", "solution", TARGET);
  const solutions = [...state.solutions, { ...heirRow, id: target, uniqueName: TARGET, friendlyName: TARGET }];
  const taken = take(state, size);
  const platformTables = new Set([...taken.tables].filter((_table, index) => index % PLATFORM_EVERY === 0));
  const isPlatform = ({ table, key, type }: StoredComponent): boolean =>
    platformTables.has(type === TABLE ? key : (table ?? ""));
  const isShared = ({ table, type }: StoredComponent): boolean => table === undefined && type !== TABLE;
  const memberOf = (id: string): boolean => taken.ids.has(id);
  const needed = state.components.filter((one) => memberOf(one.id) && one.type === COLUMN && !isPlatform(one));
  const needing = new Set(
    state.components
      .filter(({ id, type }) => type === FORM && !memberOf(id))
      .slice(0, DEPENDENTS)
      .map(({ id }) => id),
  );
  const components = state.components.map((component, index) => {
    if (needing.has(component.id)) return withNeed(component, needed[index % needed.length]);
    if (!memberOf(component.id)) return component;
    const layers = component.layers.map((layer) => ({ ...layer, solution: TARGET }));
    if (isPlatform(component)) return { ...component, layers: [systemLayer(layers), ...changed(layers)] };
    return { ...component, layers: isShared(component) ? [...layers, heirLayer()] : layers };
  });
  const own = components.filter(({ id }) => memberOf(id));
  const rows = state.memberships.map((row) => (memberOf(row.componentId) ? { ...row, solutionId: target } : row));
  return {
    state: {
      ...state,
      solutions,
      components,
      memberships: [...rows, ...own.filter(isShared).map((one) => rowOf(one, heir))],
    },
    targetId: target,
    size: own.length,
    shared: own.filter(isShared).length,
    platform: own.filter(isPlatform).length,
    dependents: needing.size,
  };
}

const TABLE = 1;
const COLUMN = 2;
const FORM = 60;

/** Whole tables in their order as long as they fit, then what stands outside of tables: one in ten, and the rest. */
function take(state: EnvironmentState, size: number): { ids: ReadonlySet<string>; tables: ReadonlySet<string> } {
  const ids = new Set<string>();
  const tables = new Set<string>();
  const partsOf = new Map<string, StoredComponent[]>();
  for (const component of state.components) {
    const table = component.type === TABLE ? component.key : (component.table ?? "");
    partsOf.set(table, [...(partsOf.get(table) ?? []), component]);
  }
  for (const [table, parts] of partsOf) {
    if (table === "" || ids.size + parts.length > (size * 9) / 10) continue;
    tables.add(table);
    for (const { id } of parts) ids.add(id);
  }
  const loose = partsOf.get("") ?? [];
  for (const { id } of loose.slice(0, size - ids.size)) ids.add(id);
  return { ids, tables };
}

const withNeed = (component: StoredComponent, needed: StoredComponent | undefined): StoredComponent => ({
  ...component,
  references: needed
    ? { [component.layers[0]?.solution ?? ""]: [{ type: needed.type, key: needed.key }] }
    : component.references,
});

const systemLayer = (layers: readonly StoredLayer[]): StoredLayer => ({
  solution: SYSTEM_LAYER,
  properties: { ...layers[0]?.properties, description: "As the platform has it" },
  createdOn: "2020-01-01T00:00:00Z",
  overwriteTime: NEVER_OVERWRITTEN,
});

const changed = (layers: readonly StoredLayer[]): StoredLayer[] =>
  layers.map((layer) => ({ ...layer, properties: { description: "As the solution has it" } }));

const heirLayer = (): StoredLayer => ({
  solution: HEIR,
  properties: { description: "As another solution has it" },
  createdOn: LATER,
  overwriteTime: NEVER_OVERWRITTEN,
});

const rowOf = ({ id, type }: StoredComponent, solutionId: string): StoredMembership => ({
  id: guidFor("large", "membership", "heir", id),
  solutionId,
  componentId: id,
  type,
  behavior: 0,
  rootMembershipId: null,
  createdOn: LATER,
});
