import { componentTypeName } from "../../domain/components/componentTypes";
import { createAttribution } from "../../domain/health/attribution";
import type { LayerName, StackedComponent, StackReading } from "../../domain/health/deepFacts";
import type { SolutionComponent } from "../../domain/model/component";
import { ComponentType } from "../../domain/model/componentType";
import type { InstalledSolution } from "../../domain/model/solution";
import type { ComponentLayer, ComponentRef, LayerStack } from "../../domain/layers/componentLayer";
import { changedProperties } from "../../domain/layers/winners";
import { concernsOneRead } from "../errors";
import { type LayersOutcome, readLayers } from "../overrides/layerReading";
import { createWorkList } from "../overrides/workList";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import { retrieveSummaries, summariesQuery } from "../retrieveComponentSummaries";
import { nameKeyOf, retrieveNames } from "../rollbacks/retrieveNames";
import type { Transport } from "../transport";
import { type HeldComponent, readMembershipBook } from "./membershipBook";
import { toFailure } from "./readAsFact";

export interface DeepReading {
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Kinds that stand for themselves, among which leftovers are looked for. */
const ROOT_TYPES = [
  ComponentType.Entity,
  ComponentType.Role,
  ComponentType.Workflow,
  ComponentType.SiteMap,
  ComponentType.CustomControl,
  ComponentType.AppModule,
  ComponentType.PluginAssembly,
  ComponentType.SdkMessageProcessingStep,
  ComponentType.CanvasApp,
];

/** Components that no solution claims and whose layers are looked at. */
const MOST_LEFTOVERS = 100;

/**
 * Layers of the components that more than one solution holds, one of them an own one, and of custom managed ones that
 * no installed solution claims: a membership row alone proves neither (fact sheet §2.1).
 * @throws DataverseError "cancelled" or "signedOut", or what kept the memberships from being read
 */
export async function readStackFacts(
  solutions: readonly InstalledSolution[],
  transport: Transport,
  { signal, onProgress = () => undefined }: DeepReading,
): Promise<StackReading> {
  const managed = solutions.filter((solution) => solution.managed);
  const book = await readMembershipBook(managed, transport, signal, onProgress);
  const shared = sharedComponents([...book.components.values()], solutions);
  const leftovers = await readLeftovers(book.components, transport, signal);
  const typeNames = await retrieveComponentTypes(transport, signal).catch(none);
  const names = await retrieveNames(
    shared.map(({ id }) => id),
    transport,
    signal,
  );
  const candidates = [
    ...shared.map((component) => toCandidate(component, names.get(nameKeyOf(component)), typeNames)),
    ...leftovers.components.map((component) => toCandidate({ ...component, solutions: [] }, component, typeNames)),
  ];
  const read = await readCandidates(candidates, transport, { signal, onProgress });
  const unread = book.unread.map(({ solution, error }) => ({ solutions: [solution], failure: toFailure(error) }));
  return { ...read, unread: [...unread, ...leftovers.unread, ...read.unread] };
}

/** A base and its patches are one. */
function sharedComponents(
  components: readonly HeldComponent[],
  solutions: readonly InstalledSolution[],
): readonly HeldComponent[] {
  const attribution = createAttribution(solutions);
  return components.filter(
    ({ solutions: holders }) =>
      new Set(holders.map((holder) => attribution.baseOf(holder))).size > 1 && attribution.of(holders) !== undefined,
  );
}

interface Leftovers {
  readonly components: readonly SolutionComponent[];
  readonly unread: StackReading["unread"];
}

/**
 * Custom managed components that no installed solution claims. Those beyond the limit, and all where the list could not
 * be read, are told as unread: that there are none is claimed only where all were looked at.
 */
async function readLeftovers(
  held: ReadonlyMap<string, unknown>,
  transport: Transport,
  signal: AbortSignal,
): Promise<Leftovers> {
  const types = ROOT_TYPES.map((type) => `msdyn_componenttype eq ${type}`).join(" or ");
  const query = summariesQuery(`msdyn_ismanaged eq 'true' and (${types})`);
  try {
    const managed = await retrieveSummaries(query, transport, signal);
    const found = managed.filter(({ id, custom }) => custom !== false && !held.has(id));
    const unread = found.slice(MOST_LEFTOVERS).map(() => ({ solutions: [], failure: { kind: "limit" } }));
    return { components: found.slice(0, MOST_LEFTOVERS), unread };
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return { components: [], unread: [{ solutions: [], failure: toFailure(error) }] };
  }
}

interface Candidate extends ComponentRef {
  readonly type: number;
  readonly name: string;
  readonly table?: string;
  readonly holders: readonly string[];
}

function toCandidate(
  { id, type, solutions }: Omit<HeldComponent, "whole">,
  named: SolutionComponent | undefined,
  typeNames: ReadonlyMap<number, string>,
): Candidate {
  return {
    id,
    type,
    typeName: componentTypeName(type, typeNames).platformName,
    name: named?.displayName ?? id,
    holders: solutions,
    ...(named?.table !== undefined && { table: named.table }),
  };
}

async function readCandidates(
  candidates: readonly Candidate[],
  transport: Transport,
  { signal, onProgress = () => undefined }: DeepReading,
): Promise<StackReading> {
  const components: StackedComponent[] = [];
  const unread: StackReading["unread"][number][] = [];
  const take = (candidate: Candidate, outcome: LayersOutcome): void => {
    const { holders, ...component } = candidate;
    if (outcome.status === "failed") unread.push({ solutions: holders, failure: toFailure(outcome.error) });
    // A component that exists has a layer (§4.2): none is no answer.
    else if (outcome.stack.layers.length === 0) unread.push({ solutions: holders, failure: { kind: "unreadable" } });
    else components.push({ ...component, layers: layerNames(outcome.stack) });
    onProgress(components.length + unread.length, candidates.length);
  };
  const work = createWorkList<Candidate>();
  const [named, nameless] = split(candidates);
  for (const { holders } of nameless) unread.push({ solutions: holders, failure: { kind: "typeUnknown" } });
  work.add(named);
  work.end();
  await readLayers(work, transport, signal, take);
  return { components, unread };
}

/** A type that this environment does not name cannot be asked for. */
function split(candidates: readonly Candidate[]): [named: Candidate[], nameless: Candidate[]] {
  const isNamed = ({ typeName }: Candidate): boolean => !/^\d+$/.test(typeName);
  return [candidates.filter(isNamed), candidates.filter((candidate) => !isNamed(candidate))];
}

export const layerNames = ({ layers }: LayerStack): LayerName[] => layers.map(layerName);

function layerName(layer: ComponentLayer): LayerName {
  const { solution, publisher, kind } = layer;
  const changes = changedProperties(layer);
  return { solution, publisher, kind, ...(changes && { changes: [...changes].sort() }) };
}

function none(error: unknown): ReadonlyMap<number, string> {
  if (!concernsOneRead(error)) throw error;
  return new Map();
}
