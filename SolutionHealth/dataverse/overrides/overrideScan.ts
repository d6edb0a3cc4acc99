import { componentTypeName } from "../../domain/components/componentTypes";
import { componentKey, type ComponentKey, type LayerStack } from "../../domain/layers/componentLayer";
import { FIRST_ENVIRONMENT_SPECIFIC_TYPE } from "../../domain/model/componentType";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { DataverseError } from "../errors";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import type { Transport } from "../transport";
import { type FlagListener, type FlagPart, FlagSearch, type FlagWay } from "./flagSearch";
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

/**
 * Finds overrides the cheap way: flags first, which cost a few calls, then layers only where a flag asks (fact sheet
 * §4.2). Both go on at the same time, so that the first results are there early. Can be stopped and gone on with: what
 * was read is not read again.
 */
export class OverrideScan {
  private readonly flags: FlagSearch;
  private readonly found = new Map<ComponentKey, ScannedComponent>();
  private readonly done = new Set<ComponentKey>();
  private readonly failed = new Set<ComponentKey>();
  /** Components of this environment's own types, which wait for the names of those. */
  private readonly nameless: SolutionComponent[] = [];
  private readonly withoutName = new Map<ComponentKey, SolutionComponent>();
  private typeNames: ReadonlyMap<number, string> | undefined;

  constructor(
    private readonly options: ScanOptions,
    private readonly transport: Transport,
  ) {
    const managed = options.solutions.filter((solution) => solution.managed);
    this.flags = new FlagSearch(options.scope, managed, transport);
  }

  /** @throws DataverseError "cancelled" or "signedOut"; everything else is told to the listener. */
  async run(listener: ScanListener, signal: AbortSignal): Promise<void> {
    const work = createWorkList<ScannedComponent>();
    work.add([...this.found.values()].filter(({ key }) => !this.done.has(key)));
    const reading = readLayers(
      work,
      this.transport,
      signal,
      (component, outcome) => this.settle(component, outcome, listener),
      this.options,
    );
    const finding = this.findFlagged(work, listener, signal).finally(() => work.end());
    // Both are waited for even where one fails: nothing may go on behind the back of whoever waits.
    const ends = await Promise.allSettled([finding, reading]);
    for (const end of ends) if (end.status === "rejected") throw end.reason;
    listener.onLayers(this.done.size, this.found.size);
  }

  /** Lets the next run read again what failed: one component, or all of them and the unread parts. */
  forgetFailures(key?: ComponentKey): void {
    for (const each of key === undefined ? [...this.failed] : [key]) {
      this.failed.delete(each);
      this.done.delete(each);
    }
    // Names of types are read for all at once.
    if (key === undefined || this.withoutName.has(key)) this.forgetTypeNames();
    if (key === undefined) this.flags.forgetUnread();
  }

  private forgetTypeNames(): void {
    for (const [key, component] of this.withoutName) {
      this.found.delete(key);
      this.done.delete(key);
      this.nameless.push(component);
    }
    this.withoutName.clear();
    this.typeNames = undefined;
  }

  private async findFlagged(work: Work, listener: ScanListener, signal: AbortSignal): Promise<void> {
    const take = (components: readonly SolutionComponent[]): void =>
      this.enqueue(
        components.flatMap((component) => this.takeIn(component) ?? []),
        work,
        listener,
      );
    const flagListener: FlagListener = {
      onFound: take,
      onProgress: (done, total, part) => listener.onFlags(done, total, part),
      onWay: (way) => listener.onWay(way),
      onUnread: (part, error) => listener.onUnread(part, error),
    };
    await this.flags.run(flagListener, signal);
    if (this.nameless.length === 0) return;
    this.typeNames = await retrieveComponentTypes(this.transport, signal).catch(noNames);
    take(this.nameless.splice(0));
  }

  /** @returns the component, where it was not known before and is not to wait for the name of its type */
  private takeIn(component: SolutionComponent): ScannedComponent | undefined {
    if (component.type >= FIRST_ENVIRONMENT_SPECIFIC_TYPE && this.typeNames === undefined) {
      this.nameless.push(component);
      return undefined;
    }
    const scanned = toScanned(component, this.typeNames);
    const isNew = !this.found.has(scanned.key);
    if (isNumber(scanned.typeName)) this.withoutName.set(scanned.key, component);
    this.found.set(scanned.key, scanned);
    return isNew ? scanned : undefined;
  }

  private enqueue(components: readonly ScannedComponent[], work: Work, listener: ScanListener): void {
    const unread: ScannedComponent[] = [];
    for (const component of components) {
      if (isNumber(component.typeName)) this.settle(component, { status: "typeUnknown" }, listener);
      else if (listener.isKnown(component)) this.done.add(component.key);
      else unread.push(component);
    }
    work.add(unread);
    listener.onLayers(this.done.size, this.found.size);
  }

  private settle(component: ScannedComponent, outcome: ScanOutcome, listener: ScanListener): void {
    this.done.add(component.key);
    if (outcome.status === "failed") this.failed.add(component.key);
    listener.onOutcome(component, outcome);
    listener.onLayers(this.done.size, this.found.size, component);
  }
}

type Work = WorkList<ScannedComponent>;

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
