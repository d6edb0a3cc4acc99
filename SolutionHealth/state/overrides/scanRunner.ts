import { createOverrideScan, type OverrideScan, type ScanListener } from "../../dataverse/overrides/overrideScan";
import { retrieveSolutions } from "../../dataverse/retrieveSolutions";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { InstalledSolution } from "../../domain/model/solution";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import type { ScanScope, ScanState, UnreadPart } from "./model";
import { type OverrideEntry, isCurrent, solutionStamps, toEntry } from "./overrideEntries";
import { readOrigins } from "./origins";
import type { OverridesPorts } from "./ports";

/** What the runner works on and whom it tells. */
export interface ScanBoard {
  getScan(): ScanState;
  setScan(scan: ScanState): void;
  getEntries(): ReadonlyMap<ComponentKey, OverrideEntry>;
  putEntries(entries: readonly OverrideEntry[]): void;
  /** Adds components to those shown as rows. */
  show(key: ComponentKey): void;
  /** Shows these and no others. */
  showOnly(keys: ReadonlySet<ComponentKey>): void;
  /** Drops components that are to be looked at anew under another name. */
  drop(keys: readonly ComponentKey[]): void;
  /** Components whose row is real or state only and has no origin yet. */
  withoutOrigin(): readonly OverrideEntry[];
}

export interface ScanRunner {
  scan(scope: ScanScope): void;
  cancel(): void;
  resume(): void;
  retry(key?: ComponentKey): void;
  dispose(): void;
}

/** One scan, over all its runs. */
interface Session {
  readonly scope: ScanScope;
  readonly seen: Set<ComponentKey>;
  scan?: OverrideScan;
  solutions: readonly InstalledSolution[];
  stamps: ReadonlyMap<string, string>;
  reused: number;
  calls: number;
  duration: number;
}

export const NO_SCAN: ScanState = { status: "idle", complete: false, unread: [] };

export function createScanRunner(board: ScanBoard, ports: OverridesPorts): ScanRunner {
  const { transport, clock } = ports;
  let session: Session | undefined;
  let current: AbortController | undefined;

  const change = (part: Partial<ScanState>): void => board.setScan({ ...board.getScan(), ...part });

  async function run(own: Session): Promise<void> {
    const abort = new AbortController();
    current = abort;
    const startedAt = clock.now();
    const callsBefore = ports.callsMade();
    const costs = (): { calls: number; duration: number } => ({
      calls: own.calls + ports.callsMade() - callsBefore,
      duration: own.duration + clock.now() - startedAt,
    });
    const { failure: _failure, endedAt: _endedAt, ...before } = board.getScan();
    board.setScan({ ...before, status: "running", complete: false });
    const tell = progressTeller(board, () => costs().calls);
    let failure: Failure | undefined;
    try {
      await work(own, tell, abort.signal);
    } catch (error) {
      failure = toFailure(error);
    }
    ({ calls: own.calls, duration: own.duration } = costs());
    if (current !== abort) return;
    current = undefined;
    finish(own, failure);
  }

  async function work(own: Session, tell: ProgressTeller, signal: AbortSignal): Promise<void> {
    if (own.scan === undefined) {
      own.solutions = await retrieveSolutions(transport, signal);
      own.stamps = solutionStamps(own.solutions);
      const { scope } = own;
      const chosen = own.solutions.filter(({ id }) => scope.kind === "solutions" && scope.ids.includes(id));
      own.scan = createOverrideScan(
        { ...ports.reading, scope: scope.kind === "environment" ? "environment" : chosen, solutions: own.solutions },
        transport,
      );
    }
    await own.scan.run(listenerOf(own, tell, signal), signal);
    const open = board.withoutOrigin();
    if (open.length === 0) return;
    const components = open.map(({ component }) => component);
    const origins = await readOrigins(components, own.solutions, transport, signal);
    board.putEntries(open.map((entry) => ({ ...entry, origin: origins.get(entry.component.key) ?? {} })));
  }

  function listenerOf(own: Session, tell: ProgressTeller, signal: AbortSignal): ScanListener {
    return {
      isKnown(component) {
        own.seen.add(component.key);
        board.show(component.key);
        const entry = board.getEntries().get(component.key);
        const known = entry !== undefined && isCurrent(entry, component, own.stamps);
        if (known) own.reused += 1;
        return known;
      },
      onOutcome(component, outcome) {
        if (signal.aborted) return;
        own.seen.add(component.key);
        board.show(component.key);
        board.putEntries([toEntry(component, outcome, own.stamps)]);
      },
      onFlags: (done, total, part) => {
        if (!signal.aborted) tell("flags", done, total, part?.solution.displayName);
      },
      onLayers: (done, total, component) => {
        if (!signal.aborted) tell("layers", done, total, component?.displayName);
      },
      onWay: (way) => change({ way }),
      onUnread: ({ solution, table }, error) => {
        const part: UnreadPart = {
          solutionId: solution.id,
          solutionName: solution.displayName,
          failure: toFailure(error),
          ...(table !== undefined && { table }),
        };
        change({ unread: [...board.getScan().unread, part] });
      },
    };
  }

  function finish(own: Session, failure: Failure | undefined): void {
    const ended = { endedAt: new Date(clock.now()), duration: own.duration, reused: own.reused };
    if (failure) {
      change({ ...ended, status: failure.kind === "cancelled" ? "paused" : "failed", failure });
      return;
    }
    const { unread } = board.getScan();
    // What was not come across has no flag any more – unless there are parts that could not be read.
    if (unread.length === 0) board.showOnly(own.seen);
    const unknown = [...own.seen].some((key) => board.getEntries().get(key)?.evidence === undefined);
    change({ ...ended, status: "finished", complete: unread.length === 0 && !unknown });
  }

  const idle = (): boolean => current === undefined;

  return {
    scan(scope) {
      current?.abort();
      if (JSON.stringify(scope) !== JSON.stringify(session?.scope)) board.showOnly(new Set());
      session = { scope, seen: new Set(), solutions: [], stamps: new Map(), reused: 0, calls: 0, duration: 0 };
      board.setScan({ ...NO_SCAN, status: "running", scope, startedAt: new Date(clock.now()) });
      void run(session);
    },
    cancel: () => current?.abort(),
    resume() {
      if (session && idle()) void run(session);
    },
    retry(key) {
      if (!session || !idle()) return;
      session.scan?.forgetFailures(key);
      if (key === undefined) change({ unread: [] });
      const entries = board.getEntries();
      // Names of types are read for all at once.
      if (key === undefined || entries.get(key)?.typeUnknown) {
        board.drop([...entries].filter(([, { typeUnknown }]) => typeUnknown).map(([each]) => each));
      }
      void run(session);
    },
    dispose() {
      const abort = current;
      current = undefined;
      abort?.abort();
    },
  };
}

type ProgressTeller = (stage: "flags" | "layers", done: number, total: number, current?: string) => void;

/** Flags and layers go on at once: the flags are told until they are through, then the layers. */
function progressTeller(board: ScanBoard, calls: () => number): ProgressTeller {
  let flagsDone = false;
  return (stage, done, total, current) => {
    if (stage === "flags") flagsDone = done === total;
    if ((stage === "layers") !== flagsDone) return;
    const progress = { stage, done, total, calls: calls(), ...(current !== undefined && { current }) };
    board.setScan({ ...board.getScan(), progress });
  };
}
