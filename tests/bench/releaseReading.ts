import { readFileSync } from "node:fs";
import { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import { createTransport } from "../../SolutionHealth/dataverse/transport";
import type { IncomingComponent, IncomingPackage } from "../../SolutionHealth/domain/releases/incomingPackage";
import { previewRelease } from "../../SolutionHealth/domain/releases/previewRelease";
import { openPackage } from "../../SolutionHealth/package/openPackage";
import { sourceOfBytes } from "../../SolutionHealth/package/reading/fileSource";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { importBytes } from "../../sandbox/start/environment";
import type { EnvironmentState } from "../../sandbox/store/model";
import { createCountedFetch, type Traffic } from "./countedFetch";
import { sampleHeap } from "./heapSampler";
import { largeEnvironment, largeSizes } from "./largeEnvironment";
import { createVirtualClock } from "./virtualClock";
import { createVirtualServer, VIRTUAL_ADDRESS } from "./virtualServer";

/** What it took to find out what a package would do. */
export interface ReleaseCost extends Traffic {
  /** Components of the environment, those of the package included. */
  readonly environment: number;
  /** Components of the package that were changed, and that the preview found changed. */
  readonly changed: number;
  readonly found: number;
  /** Milliseconds in time that only waiting takes: until it was known what is here, and until everything was. */
  readonly inventory: number;
  readonly time: number;
  /** Milliseconds that this machine needed: server and client, no waiting. */
  readonly worked: number;
  /** Bytes by which the heap of client and server grew, at most. */
  readonly heap: number;
}

/** An environment of so many components besides those of the package, which is installed. */
export function environmentWith(zip: string, components: number): EnvironmentState {
  const sizes = { ...largeSizes, components, realOverrides: 0, stateOnly: 0, phantoms: 0 };
  const environment = createEnvironment(largeEnvironment(sizes).state);
  importBytes(environment, readFileSync(zip), zip);
  return environment.state;
}

/** The preview of a package of which so many components are changed. */
export async function computeRelease(zip: string, state: EnvironmentState, changed: number): Promise<ReleaseCost> {
  const content = withChanges(await openPackage(sourceOfBytes(readFileSync(zip), zip)), changed);
  const clock = createVirtualClock();
  const { fetch, traffic } = createCountedFetch(createVirtualServer(state, clock));
  const transport = createTransport({ baseUrl: VIRTUAL_ADDRESS, fetch, clock });
  let inventory = NaN;
  const heap = sampleHeap();
  const started = performance.now();
  try {
    const work = readRelease([content], transport, {
      onProgress: (stage) => {
        if (stage === "layers" && Number.isNaN(inventory)) inventory = clock.now();
      },
    });
    const [judged] = previewRelease(await clock.passUntil(work), { overwrite: false }).packages;
    const found = judged?.ways.update.counts.changed ?? NaN;
    const worked = performance.now() - started;
    return {
      environment: state.components.length,
      changed,
      found,
      inventory,
      time: clock.now(),
      worked,
      ...traffic(),
      heap: heap.stop(),
    };
  } finally {
    heap.stop();
  }
}

/** The next version: the first so many columns are audited that were not, or the reverse. */
function withChanges(content: IncomingPackage, changed: number): IncomingPackage {
  let left = changed;
  const components = content.components.map((component): IncomingComponent => {
    if (
      left === 0 ||
      component.type !== 2 ||
      component.shell ||
      typeof component.properties.isauditenabled !== "boolean"
    )
      return component;
    left -= 1;
    const { properties } = component;
    return { ...component, properties: { ...properties, isauditenabled: !properties.isauditenabled } };
  });
  if (left > 0) throw new Error(`The package has ${String(left)} columns too few.`);
  return { ...content, components, manifest: { ...content.manifest, version: "99.0.0.0" } };
}
