import { emptyState } from "../../sandbox/engine/emptyState";
import { phantomLayer } from "../../sandbox/engine/phantoms";
import { NEVER_OVERWRITTEN } from "../../sandbox/engine/systemComponents";
import { guidFor } from "../../sandbox/store/guidFor";
import {
  ACTIVE_LAYER,
  type EnvironmentState,
  type Row,
  type StoredComponent,
  type StoredLayer,
  type StoredMembership,
  type StoredPublisher,
  type StoredSolution,
} from "../../sandbox/store/model";
import { componentParts, type ComponentPart } from "./largeComponents";

/** How many of what; real overrides, state-only ones and phantoms lie on different components. */
export interface LargeEnvironmentSizes {
  readonly solutions: number;
  /** Tables included. */
  readonly components: number;
  readonly tables: number;
  readonly realOverrides: number;
  /** At most as many as there are flows: one component in twenty outside tables. */
  readonly stateOnly: number;
  readonly phantoms: number;
}

export const largeSizes: LargeEnvironmentSizes = {
  solutions: 40,
  components: 10_000,
  tables: 120,
  realOverrides: 150,
  stateOnly: 12,
  phantoms: 400,
};

/** The environment and which components carry which Active layer: what a scan must find. */
export interface LargeEnvironment {
  readonly state: EnvironmentState;
  readonly realOverrides: readonly string[];
  readonly stateOnly: readonly string[];
  readonly phantoms: readonly string[];
}

const PUBLISHERS = 8;
const INSTALLED = "2025-03-03T08:00:00Z";
const EDITED = "2025-09-09T09:00:00Z";

/**
 * An environment of managed solutions, built as data without packages; the same sizes give the same environment.
 * @throws {RangeError} when there are not enough components for the layers asked for.
 */
export function largeEnvironment(sizes: LargeEnvironmentSizes = largeSizes): LargeEnvironment {
  const state = emptyState({ friendlyName: "Large", urlName: "large" });
  const publishers = Array.from({ length: PUBLISHERS }, (_unused, index) => publisherOf(index));
  const solutions = Array.from({ length: sizes.solutions }, (_unused, index) => solutionOf(index, publishers));
  const userId = state.users[0]?.id ?? "";
  const parts = componentParts(sizes.components, sizes.tables, sizes.solutions);
  const components = parts.map((part) => componentOf(part, solutions, userId));
  const chosen = choose(components, sizes);
  const edited = components.map((component) => withEdit(component, chosen, userId));
  return {
    state: {
      ...state,
      publishers: [...state.publishers, ...publishers],
      solutions: [...state.solutions, ...solutions],
      components: edited,
      memberships: membershipsOf(parts, edited, solutions),
      rows: Object.fromEntries(edited.filter(({ type }) => type === 1).map(({ key }): [string, Row[]] => [key, []])),
    },
    realOverrides: [...chosen.real],
    stateOnly: [...chosen.stateOnly],
    phantoms: [...chosen.phantoms],
  };
}

interface Chosen {
  readonly real: ReadonlySet<string>;
  readonly stateOnly: ReadonlySet<string>;
  readonly phantoms: ReadonlySet<string>;
}

/** Spread over the whole environment: every component has its place in an order made of ids. */
function choose(components: readonly StoredComponent[], sizes: LargeEnvironmentSizes): Chosen {
  const order = components
    .map(({ id, type }) => ({ id, type, lot: guidFor("lot", id) }))
    .sort((left, right) => (left.lot < right.lot ? -1 : 1));
  const flows = order.filter(({ type }) => type === 29).slice(0, sizes.stateOnly);
  const stateOnly = new Set(flows.map(({ id }) => id));
  const others = order.filter(({ id }) => !stateOnly.has(id)).map(({ id }) => id);
  const wanted = sizes.realOverrides + sizes.phantoms;
  if (flows.length < sizes.stateOnly || others.length < wanted) {
    throw new RangeError(`${String(components.length)} components are too few for the layers asked for.`);
  }
  return {
    real: new Set(others.slice(0, sizes.realOverrides)),
    stateOnly,
    phantoms: new Set(others.slice(sizes.realOverrides, wanted)),
  };
}

function withEdit(component: StoredComponent, chosen: Chosen, userId: string): StoredComponent {
  const layer = editOf(component, chosen, userId);
  if (!layer) return component;
  return { ...component, layers: [...component.layers, layer], modifiedOn: EDITED, modifiedBy: userId };
}

function editOf({ id, key }: StoredComponent, chosen: Chosen, userId: string): StoredLayer | undefined {
  const active = { solution: ACTIVE_LAYER, createdOn: EDITED, overwriteTime: NEVER_OVERWRITTEN };
  if (chosen.real.has(id)) return { ...active, properties: { description: `Changed here: ${key}` } };
  if (chosen.stateOnly.has(id)) return { ...active, properties: { statecode: 0, statuscode: 1 } };
  return chosen.phantoms.has(id) ? phantomLayer(id, EDITED, userId) : undefined;
}

function publisherOf(index: number): StoredPublisher {
  return {
    id: guidFor("large", "publisher", index),
    uniqueName: `largepublisher${String(index)}`,
    friendlyName: `Large Publisher ${String(index)}`,
    prefix: `lp${String(index)}`,
    optionValuePrefix: 20_000 + index,
    isReadOnly: false,
    createdOn: INSTALLED,
  };
}

function solutionOf(index: number, publishers: readonly StoredPublisher[]): StoredSolution {
  return {
    id: guidFor("large", "solution", index),
    uniqueName: `Large${String(index).padStart(2, "0")}`,
    friendlyName: `Large ${String(index)}`,
    description: null,
    version: `1.${String(index)}.0.0`,
    managed: true,
    visible: true,
    publisherId: publishers[index % publishers.length]?.id ?? "",
    parentId: null,
    packageVersion: "9.2",
    installedOn: INSTALLED,
    updatedOn: null,
    createdOn: INSTALLED,
    modifiedOn: INSTALLED,
    versionNumber: 900_000 + index,
    configurationPageId: null,
  };
}

function componentOf(part: ComponentPart, solutions: readonly StoredSolution[], userId: string): StoredComponent {
  const layer: StoredLayer = {
    solution: solutions[part.solution]?.uniqueName ?? "",
    properties: part.properties,
    displayName: part.name,
    ...(part.table === undefined ? { behavior: 0 } : {}),
    createdOn: INSTALLED,
    overwriteTime: NEVER_OVERWRITTEN,
  };
  return {
    id: part.id,
    type: part.type,
    key: part.key,
    name: part.name,
    displayName: part.name,
    ...(part.table === undefined ? {} : { table: part.table }),
    layers: [layer],
    references: {},
    createdOn: INSTALLED,
    modifiedOn: INSTALLED,
    modifiedBy: userId,
  };
}

function membershipsOf(
  parts: readonly ComponentPart[],
  components: readonly StoredComponent[],
  solutions: readonly StoredSolution[],
): StoredMembership[] {
  const idOf = (component: string): string => guidFor("large", "membership", component);
  const tables = new Map(components.filter(({ type }) => type === 1).map(({ key, id }) => [key, id]));
  return parts.map(({ id, type, table, solution }) => ({
    id: idOf(id),
    solutionId: solutions[solution]?.id ?? "",
    componentId: id,
    type,
    behavior: table === undefined ? 0 : null,
    rootMembershipId: table === undefined ? null : idOf(tables.get(table) ?? ""),
    createdOn: INSTALLED,
  }));
}
