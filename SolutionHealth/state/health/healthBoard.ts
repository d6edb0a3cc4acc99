import type { Clock } from "../../dataverse/clock";
import { readFact } from "../../domain/health/fact";
import { NO_FACTS } from "../../domain/health/noFacts";
import type { HealthFacts } from "../../domain/health/healthFacts";
import type { HealthReport } from "../../domain/health/healthReport";
import { judgeHealth } from "../../domain/health/judgeHealth";
import { DEFAULT_THRESHOLDS, type HealthThresholds } from "../../domain/health/thresholds";
import type { AcceptedFinding } from "../../domain/plan/acceptedFinding";
import { comparedSnapshot, type HealthSnapshot } from "../../domain/plan/healthSnapshot";
import { standings } from "../../domain/solutions/solutionStanding";
import { type Cell, createCell } from "../overrides/cell";
import { Pace } from "../overrides/pace";
import type { DeepReading, HealthMemory, HealthStoreState, TrendMoment } from "./model";
import type { Remembered } from "./ports";

/** What the report is made of, besides the rules. */
interface Grounds {
  readonly facts: HealthFacts;
  readonly thresholds: HealthThresholds;
  readonly decisions: readonly AcceptedFinding[];
  /** The look that this one is compared with, of an earlier day. */
  readonly last?: HealthSnapshot;
}

/**
 * Where everything that is read or decided is written. Facts come one by one, and each judgement goes through all rules
 * and redraws what shows health: those that come close together are judged together. What a person changes is judged at
 * once, with all that waits.
 */
export class HealthBoard {
  readonly cell: Cell<HealthStoreState>;
  private grounds: Grounds = { facts: NO_FACTS, thresholds: DEFAULT_THRESHOLDS, decisions: [] };
  /** Looks that were kept, oldest first. */
  private looks: readonly TrendMoment[] = [];
  private readonly pace: Pace;
  /** What was judged last. */
  private judged: Grounds;

  constructor(private readonly clock: Clock) {
    this.pace = new Pace(clock, () => this.publish());
    this.judged = this.grounds;
    const report = this.judge();
    this.cell = createCell<HealthStoreState>({
      facts: NO_FACTS,
      report,
      standingOf: standings(report),
      thresholds: DEFAULT_THRESHOLDS,
      reading: false,
      deep: { status: "idle" },
      memory: { status: "reading", mayDecide: false },
      trend: [],
    });
  }

  now(): Date {
    return new Date(this.clock.now());
  }

  facts(): HealthFacts {
    return this.grounds.facts;
  }

  /** Of all that is known now. */
  report(): HealthReport {
    this.settle();
    return this.cell.get().report;
  }

  decisions(): readonly AcceptedFinding[] {
    return this.grounds.decisions;
  }

  setFacts(changed: Partial<HealthFacts>): void {
    const { facts } = this.grounds;
    const isSame = (Object.keys(changed) as (keyof HealthFacts)[]).every((part) => facts[part] === changed[part]);
    if (isSame) return;
    this.grounds = { ...this.grounds, facts: { ...facts, ...changed } };
    this.pace.soon();
  }

  setThresholds(thresholds: HealthThresholds): void {
    this.change({ thresholds });
  }

  setDecisions(decisions: readonly AcceptedFinding[]): void {
    this.change({ decisions });
  }

  /** @param remembered snapshots newest first */
  setRemembered({ plans, decisions, snapshots }: Pick<Remembered, "plans" | "decisions" | "snapshots">): void {
    const last = comparedSnapshot(snapshots, this.now());
    this.looks = [...snapshots].reverse().map(({ takenOn, counts }) => ({ at: takenOn, counts }));
    const facts = { ...this.grounds.facts, plans: readFact(plans, this.now()) };
    this.grounds = { ...this.grounds, facts, decisions, ...(last && { last }) };
    this.pace.soon();
  }

  note(
    part: Partial<Pick<HealthStoreState, "reading">> & { readonly deep?: DeepReading; readonly memory?: HealthMemory },
  ): void {
    this.cell.update(part);
  }

  /** Judges now what waits to be judged. */
  settle(): void {
    if (this.grounds !== this.judged) this.pace.now();
  }

  /** Nothing is judged any more. */
  dispose(): void {
    this.pace.stop();
    this.cell.close();
  }

  private change(part: Partial<Grounds>): void {
    this.grounds = { ...this.grounds, ...part };
    this.pace.now();
  }

  private publish(): void {
    this.judged = this.grounds;
    const { facts, thresholds } = this.grounds;
    const report = this.judge();
    this.cell.update({ facts, thresholds, report, standingOf: standings(report), trend: this.trend(report) });
  }

  /** Looks of other days, and now. */
  private trend(report: HealthReport): readonly TrendMoment[] {
    const at = this.now();
    const today = at.toISOString().slice(0, 10);
    const before = this.looks.filter((look) => look.at.toISOString().slice(0, 10) !== today);
    return [...before, { at, counts: report.counts }];
  }

  private judge(): HealthReport {
    const { facts, thresholds, decisions, last } = this.grounds;
    return judgeHealth(facts, { now: this.now(), thresholds, decisions, ...(last && { last }) });
  }
}
