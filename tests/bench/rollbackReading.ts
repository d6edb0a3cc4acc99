import { componentTypeName } from "../../SolutionHealth/domain/components/componentTypes";
import { previewRollback } from "../../SolutionHealth/domain/rollbacks/previewRollback";
import type { RollbackPreview } from "../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { retrieveComponentLayers } from "../../SolutionHealth/dataverse/overrides/retrieveComponentLayers";
import { readRollback } from "../../SolutionHealth/dataverse/rollbacks/readRollback";
import { createTransport, type Transport } from "../../SolutionHealth/dataverse/transport";
import { guidOf, numberOf } from "../../SolutionHealth/dataverse/wire";
import { createCountedFetch, type Traffic } from "./countedFetch";
import { sampleHeap } from "./heapSampler";
import type { RollbackEnvironment } from "./rollbackEnvironment";
import { createVirtualClock } from "./virtualClock";
import { createVirtualServer, VIRTUAL_ADDRESS } from "./virtualServer";

/** What it took to find out what an uninstall would do. */
export interface RollbackCost extends Traffic {
  /** Milliseconds in time that only waiting takes. */
  readonly time: number;
  /** Milliseconds that this machine needed: server and client, no waiting. */
  readonly worked: number;
  /** Bytes by which the heap of client and server grew, at most. */
  readonly heap: number;
}

/** Asked at once by the widest of the tools that were looked at. */
const TOOLS_AT_ONCE = 20;

/** The product's own preview. @throws Error where it does not say what must become of the components */
export function computePreview(environment: RollbackEnvironment): Promise<RollbackCost> {
  return compute(environment, undefined, async (transport) => {
    const preview = previewRollback(await readRollback([environment.targetId], transport));
    check(preview, environment);
  });
}

/**
 * The way of today's tools: the layers and the dependencies of each component of the solution, by one call each.
 * @throws Error where a component has no layer
 */
export function computeOneByOne(environment: RollbackEnvironment): Promise<RollbackCost> {
  return compute(environment, TOOLS_AT_ONCE, async (transport) => {
    const filter = `_solutionid_value eq ${environment.targetId}`;
    const rows = await transport.getRows(`solutioncomponents?$select=objectid,componenttype&$filter=${filter}`);
    await Promise.all(
      rows.flatMap((row) => {
        const id = guidOf(row, "objectid") ?? "";
        const type = numberOf(row, "componenttype") ?? 0;
        const { platformName: typeName } = componentTypeName(type);
        return [
          readLayersOf({ id, typeName }, transport),
          transport.getRows(`RetrieveDependenciesForDelete(ObjectId=${id},ComponentType=${String(type)})`),
        ];
      }),
    );
  });
}

async function readLayersOf(component: { id: string; typeName: string }, transport: Transport): Promise<void> {
  const layers = await retrieveComponentLayers(component, transport);
  if (layers.length === 0) throw new Error(`${component.typeName} ${component.id} has no layer.`);
}

async function compute(
  { state }: RollbackEnvironment,
  concurrency: number | undefined,
  work: (transport: Transport) => Promise<void>,
): Promise<RollbackCost> {
  const clock = createVirtualClock();
  const { fetch, traffic } = createCountedFetch(createVirtualServer(state, clock));
  const transport = createTransport({
    baseUrl: VIRTUAL_ADDRESS,
    fetch,
    clock,
    // A tool that gives up would have an incomplete list.
    maxTries: Infinity,
    ...(concurrency !== undefined && { concurrency }),
  });
  const heap = sampleHeap();
  const started = performance.now();
  try {
    await clock.passUntil(work(transport));
    return { time: clock.now(), worked: performance.now() - started, ...traffic(), heap: heap.stop() };
  } finally {
    heap.stop();
  }
}

function check({ counts, blockers, unread }: RollbackPreview, environment: RollbackEnvironment): void {
  const { size, shared, platform, dependents } = environment;
  const same =
    counts.deleted === size - shared - platform &&
    counts.survives + counts.unchanged === shared &&
    counts.fallsBack === platform &&
    blockers.length === dependents &&
    unread.length === 0;
  if (!same) {
    throw new Error(
      `The preview is not what must be: ${JSON.stringify({ counts, blockers: blockers.length, unread, size, shared, platform, dependents })}`,
    );
  }
}
