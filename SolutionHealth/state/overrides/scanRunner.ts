import { OverrideScan, type ScanListener } from "../../dataverse/overrides/overrideScan";
import { readOrigins } from "../../dataverse/overrides/readOrigins";
import { retrieveSolutions } from "../../dataverse/retrieveSolutions";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { toFailure } from "../failure";
import type { Failure } from "../model";
import type { ScanScope, ScanState, UnreadPart } from "./model";
import { NO_SCAN, type OverrideBoard } from "./overrideBoard";
import { isCurrent, solutionStamps, toEntry, withOrigin } from "./overrideEntries";
import type { OverridesPorts } from "./ports";
import { progressTeller, type ProgressTeller } from "./progressTeller";
import { newSession, type ScanSession } from "./scanSession";

/** Runs scans, one at a time: begins, pauses, goes on, and tells how far it is. */
export class ScanRunner {
  private session: ScanSession | undefined;
  /** The run under way. */
  private current: AbortController | undefined;

  constructor(
    private readonly board: OverrideBoard,
    private readonly ports: OverridesPorts,
  ) {}

  scan(scope: ScanScope): void {
    this.current?.abort();
    if (JSON.stringify(scope) !== JSON.stringify(this.session?.scope)) this.board.showOnly(new Set());
    this.session = newSession(scope);
    this.board.setScan({ ...NO_SCAN, status: "running", scope, startedAt: new Date(this.ports.clock.now()) });
    void this.run(this.session);
  }

  cancel(): void {
    this.current?.abort();
  }

  resume(): void {
    if (this.session && this.current === undefined) void this.run(this.session);
  }

  retry(key?: ComponentKey): void {
    const { session, board } = this;
    if (session === undefined || this.current !== undefined) return;
    session.scan?.forgetFailures(key);
    if (key === undefined) this.change({ unread: [] });
    const entries = board.entries();
    // Names of types are read for all at once.
    if (key === undefined || entries.get(key)?.typeUnknown) {
      const nameless = [...entries].filter(([, { typeUnknown }]) => typeUnknown).map(([each]) => each);
      nameless.forEach((each) => session.seen.delete(each));
      board.drop(nameless);
    }
    void this.run(session);
  }

  dispose(): void {
    const { current } = this;
    this.current = undefined;
    current?.abort();
  }

  private async run(session: ScanSession): Promise<void> {
    const { board, ports } = this;
    const abort = new AbortController();
    this.current = abort;
    const startedAt = ports.clock.now();
    const callsBefore = ports.callsMade();
    const callsNow = (): number => session.calls + ports.callsMade() - callsBefore;
    const { failure: _failure, endedAt: _endedAt, ...before } = board.getScan();
    board.setScan({ ...before, status: "running", complete: false });
    const teller = progressTeller((progress) => board.noteScan({ progress }), callsNow, abort.signal);
    let failure: Failure | undefined;
    try {
      await this.work(session, teller, abort.signal);
    } catch (error) {
      failure = toFailure(error);
    }
    session.calls = callsNow();
    session.duration += ports.clock.now() - startedAt;
    if (this.current !== abort) return;
    this.current = undefined;
    this.finish(session, failure);
  }

  private async work(session: ScanSession, tell: ProgressTeller, signal: AbortSignal): Promise<void> {
    const { board, ports } = this;
    const { transport, reading } = ports;
    const { scope } = session;
    if (session.scan === undefined) {
      const solutions = await retrieveSolutions(transport, signal);
      session.solutions = solutions;
      session.stamps = solutionStamps(solutions);
      const chosen = solutions.filter(({ id }) => scope.kind === "solutions" && scope.ids.includes(id));
      const options = { ...reading, scope: scope.kind === "environment" ? "environment" : chosen, solutions } as const;
      session.scan = new OverrideScan(options, transport);
    }
    await session.scan.run(this.listenerOf(session, tell, signal), signal);
    const open = board.withoutOrigin();
    if (open.length === 0) return;
    const components = open.map(({ component }) => component);
    const origins = await readOrigins(components, session.solutions, transport, signal);
    board.put(open.map((entry) => withOrigin(entry, origins.get(entry.component.key))));
  }

  private listenerOf(session: ScanSession, tell: ProgressTeller, signal: AbortSignal): ScanListener {
    const { board } = this;
    const see = (key: ComponentKey): void => {
      session.seen.add(key);
      board.show(key);
    };
    return {
      isKnown(component) {
        see(component.key);
        const entry = board.entries().get(component.key);
        const known = entry !== undefined && isCurrent(entry, component, session.stamps);
        if (known) session.reused += 1;
        return known;
      },
      onOutcome(component, outcome) {
        if (signal.aborted) return;
        see(component.key);
        board.put([toEntry(component, outcome, session.stamps)]);
      },
      onFlags: (done, total, part) => tell("flags", done, total, part?.solution.displayName),
      onLayers: (done, total, component) => tell("layers", done, total, component?.displayName),
      onWay: (way) => board.noteScan({ way }),
      onUnread: ({ solution: { id, displayName }, table }, error) => {
        const failure = toFailure(error);
        const part: UnreadPart = { solutionId: id, solutionName: displayName, failure, ...(table && { table }) };
        board.noteScan({ unread: [...board.getScan().unread, part] });
      },
    };
  }

  private finish(session: ScanSession, failure: Failure | undefined): void {
    const { board, ports } = this;
    const { seen, duration, reused } = session;
    const ended = { endedAt: new Date(ports.clock.now()), duration, reused };
    if (failure) {
      this.change({ ...ended, status: failure.kind === "cancelled" ? "paused" : "failed", failure });
      return;
    }
    const { unread } = board.getScan();
    // What was not come across has no flag any more – unless there are parts that could not be read.
    if (unread.length === 0) board.showOnly(seen);
    const complete = unread.length === 0 && !board.hasUnknown();
    this.change({ ...ended, status: "finished", complete });
  }

  private change(part: Partial<ScanState>): void {
    this.board.setScan({ ...this.board.getScan(), ...part });
  }
}
