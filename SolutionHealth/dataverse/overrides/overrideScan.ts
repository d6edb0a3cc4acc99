import { componentTypeName } from "../../domain/components/componentTypes";
import { componentKey, type ComponentKey, type LayerStack } from "../../domain/layers/componentLayer";
import { FIRST_ENVIRONMENT_SPECIFIC_TYPE } from "../../domain/model/componentType";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { DataverseError } from "../errors";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import type { Transport } from "../transport";
import { createFlagSearch, type FlagPart, type FlagWay } from "./flagSearch";
import { type LayerReadingOptions, readLayers } from "./layerReading";
import { createWorkList, type WorkList } from "./workList";

/** A flagged component, with what the summaries say about its age. */
export interface ScannedComponent extends OverriddenComponent {
  readonly modifiedOn?: Date;
}

/** How the look at one component ended; `typeUnknown` where the environment does not name its type. */
export type ScanOutcome =
  | { readonly status: "read"; readonly stack: LayerStack }
  | { readonly status: "failed"; readonly error: DataverseError }
  | { readonly status: "typeUnknown" };

export interface ScanListener {
  /** @returns true where nothing has changed since the layers were read last, so that they need not be read again */
  isKnown(component: ScannedComponent): boolean;
  onOutcome(component: ScannedComponent, outcome: ScanOutcome): void;
  onFlags(done: number, total: number, current?: FlagPart): void;
  /** Components looked at and found; the total grows while flags are still being read. */
  onLayers(done: number, total: number, current?: ScannedComponent): void;
  onWay(way: FlagWay): void;
  onUnread(part: FlagPart, error: DataverseError): void;
}

export interface ScanOptions extends LayerReadingOptions {
  /** The whole environment, or these solutions. */
  readonly scope: "environment" | readonly InstalledSolution[];
  /** All solutions that are installed. */
  readonly solutions: readonly InstalledSolution[];
}

/** A scan that can be stopped and gone on with: what was read is not read again. */
export interface OverrideScan {
  /** @throws DataverseError "cancelled" or "signedOut"; everything else is told to the listener. */
  run(listener: ScanListener, signal: AbortSignal): Promise<void>;
  /** Lets the next run read again what failed: one component, or all of them and the unread parts. */
  forgetFailures(key?: ComponentKey): void;
}

/**
 * Finds overrides the cheap way: flags first, which cost a few calls, then layers only where a flag asks (fact sheet
 * §4.2). Both go on at the same time, so that the first results are there early.
 */
export function createOverrideScan(options: ScanOptions, transport: Transport): OverrideScan {
  const managed = options.solutions.filter((solution) => solution.managed);
  const flags = createFlagSearch(options.scope, managed, transport);
  const found = new Map<ComponentKey, ScannedComponent>();
  const done = new Set<ComponentKey>();
  const failed = new Set<ComponentKey>();
  /** Components of this environment's own types, which wait for the names of those. */
  const nameless: SolutionComponent[] = [];
  const withoutName = new Map<ComponentKey, SolutionComponent>();
  let typeNames: ReadonlyMap<number, string> | undefined;

  async function findFlagged(work: WorkList<ScannedComponent>, listener: ScanListener, signal: AbortSignal) {
    const take = (components: readonly SolutionComponent[]): void => {
      const fresh: ScannedComponent[] = [];
      for (const component of components) {
        if (component.type >= FIRST_ENVIRONMENT_SPECIFIC_TYPE && typeNames === undefined) nameless.push(component);
        else {
          const scanned = toScanned(component, typeNames);
          if (!found.has(scanned.key)) fresh.push(scanned);
          if (isNumber(scanned.typeName)) withoutName.set(scanned.key, component);
          found.set(scanned.key, scanned);
        }
      }
      enqueue(fresh, work, listener);
    };
    await flags.run({ ...listener, onFound: take, onProgress: listener.onFlags }, signal);
    if (nameless.length > 0) {
      typeNames = await retrieveComponentTypes(transport, signal).catch(noNames);
      take(nameless.splice(0));
    }
  }

  function enqueue(components: readonly ScannedComponent[], work: WorkList<ScannedComponent>, listener: ScanListener) {
    const unread: ScannedComponent[] = [];
    for (const component of components) {
      if (isNumber(component.typeName)) settle(component, { status: "typeUnknown" }, listener);
      else if (listener.isKnown(component)) done.add(component.key);
      else unread.push(component);
    }
    work.add(unread);
    listener.onLayers(done.size, found.size);
  }

  function settle(component: ScannedComponent, outcome: ScanOutcome, listener: ScanListener): void {
    done.add(component.key);
    if (outcome.status === "failed") failed.add(component.key);
    listener.onOutcome(component, outcome);
    listener.onLayers(done.size, found.size, component);
  }

  return {
    async run(listener, signal) {
      const work = createWorkList<ScannedComponent>();
      work.add([...found.values()].filter(({ key }) => !done.has(key)));
      const reading = readLayers(
        work,
        transport,
        signal,
        (component, outcome) => settle(component, outcome, listener),
        options,
      );
      const finding = findFlagged(work, listener, signal).finally(() => work.end());
      // Both are waited for even where one fails: nothing may go on behind the back of whoever waits.
      const ends = await Promise.allSettled([finding, reading]);
      for (const end of ends) if (end.status === "rejected") throw end.reason;
      listener.onLayers(done.size, found.size);
    },
    forgetFailures(key) {
      const again = key === undefined ? [...failed] : [key];
      for (const each of again) {
        failed.delete(each);
        done.delete(each);
      }
      if (key !== undefined && !withoutName.has(key)) return;
      for (const [each, component] of withoutName) {
        found.delete(each);
        done.delete(each);
        nameless.push(component);
      }
      withoutName.clear();
      typeNames = undefined;
      if (key === undefined) flags.forgetUnread();
    },
  };
}

function toScanned(component: SolutionComponent, typeNames: ReadonlyMap<number, string> | undefined): ScannedComponent {
  const { id, type, name, displayName, table, modifiedOn } = component;
  const { platformName: typeName } = componentTypeName(type, typeNames);
  return {
    key: componentKey({ id, typeName }),
    id,
    type,
    typeName,
    name,
    displayName,
    ...(table !== undefined && { table }),
    ...(modifiedOn && { modifiedOn }),
  };
}

const isNumber = (typeName: string): boolean => /^\d+$/.test(typeName);

/** Without the names those components stay unknown, and are told as such. */
function noNames(error: unknown): ReadonlyMap<number, string> {
  if (error instanceof DataverseError && error.kind !== "cancelled" && error.kind !== "signedOut") return new Map();
  throw error;
}
