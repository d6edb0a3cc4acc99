import { componentTypeName } from "../../SolutionHealth/domain/components/componentTypes";
import type { ComponentRef } from "../../SolutionHealth/domain/layers/componentLayer";
import { retrieveComponentLayers } from "../../SolutionHealth/dataverse/overrides/retrieveComponentLayers";
import { retrieveComponentTypes } from "../../SolutionHealth/dataverse/retrieveComponentTypes";
import type { Transport } from "../../SolutionHealth/dataverse/transport";
import { guidOf, numberOf } from "../../SolutionHealth/dataverse/wire";
import { sampleHeap } from "./heapSampler";
import type { LargeEnvironment } from "./largeEnvironment";
import { withLargeServer } from "./largeServer";
import type { ScanCost } from "./overrideScans";

/** What it takes to read the layers of every component. */
export interface EveryComponentCost extends ScanCost {
  /** Components there are; `sample` of them were read. */
  readonly components: number;
  readonly sample: number;
  /** Requests and milliseconds that list the components before any layer is read. */
  readonly listing: { readonly requests: number; readonly time: number };
}

/** How many are asked at once by the widest of the tools that were looked at. */
const AT_ONCE = 20;

/**
 * Finds overrides the way today's tools do: lists what solutions hold and reads the layers of each, one call apiece.
 * @param sample components read, the first ones listed
 * @throws Error when it missed an Active layer of the sample
 */
export function measureEveryComponent(large: LargeEnvironment, sample: number): Promise<EveryComponentCost> {
  return withLargeServer(large, { phantomsFlagged: true, concurrency: AT_ONCE }, async ({ transport, traffic }) => {
    const heap = sampleHeap();
    try {
      const started = performance.now();
      const all = await listComponents(transport);
      const listing = { requests: traffic().requests, time: performance.now() - started };
      const some = all.slice(0, sample);
      const { active, firstAt } = await readEach(some, transport);
      const cost = { time: performance.now() - started, firstResult: firstAt - started, ...traffic() };
      checkActive(active, some, large);
      return { ...cost, heap: heap.stop(), components: all.length, sample: some.length, listing };
    } finally {
      heap.stop();
    }
  });
}

async function listComponents(transport: Transport): Promise<ComponentRef[]> {
  const names = await retrieveComponentTypes(transport);
  const rows = await transport.getRows("solutioncomponents?$select=objectid,componenttype");
  const components = new Map<string, ComponentRef>();
  for (const row of rows) {
    const id = guidOf(row, "objectid");
    const type = numberOf(row, "componenttype");
    if (id === undefined || type === undefined) continue;
    components.set(id, { id, typeName: componentTypeName(type, names).platformName });
  }
  return [...components.values()];
}

async function readEach(
  components: readonly ComponentRef[],
  transport: Transport,
): Promise<{ active: string[]; firstAt: number }> {
  const active: string[] = [];
  let firstAt = NaN;
  await Promise.all(
    components.map(async (component) => {
      const layers = await retrieveComponentLayers(component, transport);
      if (!layers.some(({ solution }) => solution === "Active")) return;
      if (active.length === 0) firstAt = performance.now();
      active.push(component.id);
    }),
  );
  return { active, firstAt };
}

function checkActive(active: readonly string[], read: readonly ComponentRef[], large: LargeEnvironment): void {
  const all = new Set([...large.realOverrides, ...large.stateOnly, ...large.phantoms]);
  const there = read.filter(({ id }) => all.has(id));
  if (there.length !== active.length || active.some((id) => !all.has(id))) {
    throw new Error("Reading every component did not find exactly the Active layers of the sample.");
  }
}
