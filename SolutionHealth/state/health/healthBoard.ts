import type { Clock } from "../../dataverse/clock";
import { NO_FACTS } from "../../domain/health/noFacts";
import type { HealthFacts } from "../../domain/health/healthFacts";
import type { HealthReport } from "../../domain/health/healthReport";
import { judgeHealth } from "../../domain/health/judgeHealth";
import { DEFAULT_THRESHOLDS, type HealthThresholds } from "../../domain/health/thresholds";
import type { AcceptedFinding } from "../../domain/plan/acceptedFinding";
import { comparedSnapshot, type HealthSnapshot } from "../../domain/plan/healthSnapshot";
import { type Cell, createCell } from "../overrides/cell";
import type { DeepReading, HealthMemory, HealthStoreState, TrendMoment } from "./model";

/** What the report is made of, besides the rules. */
interface Grounds {
  readonly facts: HealthFacts;
  readonly thresholds: HealthThresholds;
  readonly decisions: readonly AcceptedFinding[];
  /** The look that this one is compared with, of an earlier day. */
  readonly last?: HealthSnapshot;
}

/** Where everything that is read or decided is written; each change is judged anew and published. */
export class HealthBoard {
  readonly cell: Cell<HealthStoreState>;
  private grounds: Grounds = { facts: NO_FACTS, thresholds: DEFAULT_THRESHOLDS, decisions: [] };
  /** Looks that were kept, oldest first. */
  private looks: readonly TrendMoment[] = [];

  constructor(private readonly clock: Clock) {
    const report = this.judge();
    this.cell = createCell<HealthStoreState>({
      facts: NO_FACTS,
      report,
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

  report(): HealthReport {
    return this.cell.get().report;
  }

  decisions(): readonly AcceptedFinding[] {
    return this.grounds.decisions;
  }

  setFacts(changed: Partial<HealthFacts>): void {
    const { facts } = this.grounds;
    const isSame = (Object.keys(changed) as (keyof HealthFacts)[]).every((part) => facts[part] === changed[part]);
    if (!isSame) this.change({ facts: { ...facts, ...changed } });
  }

  setThresholds(thresholds: HealthThresholds): void {
    this.change({ thresholds });
  }

  setDecisions(decisions: readonly AcceptedFinding[]): void {
    this.change({ decisions });
  }

  /** @param snapshots newest first */
  setSnapshots(snapshots: readonly HealthSnapshot[]): void {
    const last = comparedSnapshot(snapshots, this.now());
    this.looks = [...snapshots].reverse().map(({ takenOn, counts }) => ({ at: takenOn, counts }));
    this.change(last ? { last } : {});
  }

  note(
    part: Partial<Pick<HealthStoreState, "reading">> & { readonly deep?: DeepReading; readonly memory?: HealthMemory },
  ): void {
    this.cell.update(part);
  }

  private change(part: Partial<Grounds>): void {
    this.grounds = { ...this.grounds, ...part };
    const { facts, thresholds } = this.grounds;
    const report = this.judge();
    this.cell.update({ facts, thresholds, report, trend: this.trend(report) });
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
