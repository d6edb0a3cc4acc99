import { readFact } from "../../domain/health/fact";
import type { JudgedFinding } from "../../domain/health/healthReport";
import { snapshotOf } from "../../domain/health/snapshotOf";
import { type AcceptedFinding, decisionKey, type FindingDecision } from "../../domain/plan/acceptedFinding";
import { dayOf } from "../../domain/plan/day";
import { toFailure } from "../failure";
import type { HealthBoard } from "./healthBoard";
import type { FindingVerdict, HealthMemory } from "./model";
import type { HealthMemoryPort, Remembered } from "./ports";

/** What people decided and what was seen before: kept in the environment's own tables, else as long as the page is open. */
export class Decisions {
  private current: AbortController | undefined;
  private remembered: Remembered | undefined;
  private session = 0;
  private readonly stopFollowing: () => void;

  constructor(
    private readonly board: HealthBoard,
    private readonly port: HealthMemoryPort,
  ) {
    this.stopFollowing = port.followPlans((plans) => {
      // While they are being loaded, the loading brings them.
      if (this.remembered && board.facts().plans.status === "read" && this.current === undefined) {
        board.setFacts({ plans: readFact(plans, board.now()) });
      }
    });
  }

  async load(): Promise<void> {
    this.current?.abort();
    const own = new AbortController();
    this.current = own;
    const { board } = this;
    if (board.facts().plans.status !== "read") board.setFacts({ plans: { status: "reading" } });
    try {
      const remembered = await this.port.load(own.signal);
      if (this.current !== own) return;
      this.current = undefined;
      this.take(remembered);
    } catch (error) {
      if (this.current !== own) return;
      this.current = undefined;
      const failure = toFailure(error);
      board.setFacts({ plans: { status: "failed", failure, readAt: board.now() } });
      board.note({ memory: { status: "failed", failure, mayDecide: false } });
    }
  }

  /** Keeps how things stand, unless that was done today already, on whichever page: by itself one a day is enough. */
  async keepFirstLook(): Promise<void> {
    const today = dayOf(this.board.now());
    if (this.remembered?.snapshots.some(({ takenOn }) => dayOf(takenOn) === today)) return;
    await this.keepLook();
  }

  /** Keeps how things stand now, where that can and may be done, in place of what was kept earlier today. */
  async keepLook(): Promise<void> {
    const { board, remembered } = this;
    if (!remembered?.mayKeepSnapshots) return;
    try {
      await this.port.keep(snapshotOf(board.report()));
    } catch {
      // A look that is not kept leaves a gap in the trend; nothing that a person asked for has failed.
    }
  }

  async decide(finding: JudgedFinding, verdict: FindingVerdict, title: string): Promise<void> {
    const { ruleId, solution, subject, fingerprint } = finding;
    const decision: FindingDecision = {
      ...verdict,
      ruleId,
      subject,
      fingerprint,
      title,
      ...(solution !== undefined && { solution }),
    };
    const before = this.board.decisions().find((other) => decisionKey(other) === decisionKey(decision));
    await this.attempt(async () => {
      const kept = this.remembered ? await this.port.decide(decision, before) : this.inSession(decision);
      this.board.setDecisions([...this.others(decision), kept]);
    });
  }

  async withdraw({ decision }: JudgedFinding): Promise<void> {
    if (decision === undefined) return;
    await this.attempt(async () => {
      if (this.remembered) await this.port.withdraw(decision);
      this.board.setDecisions(this.others(decision));
    });
  }

  dispose(): void {
    this.stopFollowing();
    this.current?.abort();
    this.current = undefined;
  }

  private take(remembered: Remembered | undefined): void {
    const { board } = this;
    this.remembered = remembered;
    if (!remembered) {
      board.setFacts({ plans: { status: "absent" } });
      board.note({ memory: { status: "absent", mayDecide: true } });
      return;
    }
    board.note({ memory: { status: "kept", mayDecide: remembered.mayDecide } });
    board.setRemembered(remembered);
  }

  private async attempt(write: () => Promise<void>): Promise<void> {
    const { notWritten: _before, ...memory }: HealthMemory = this.board.cell.get().memory;
    try {
      await write();
      this.board.note({ memory });
    } catch (error) {
      this.board.note({ memory: { ...memory, notWritten: toFailure(error) } });
    }
  }

  private others(decision: Pick<FindingDecision, "ruleId" | "solution" | "subject">): AcceptedFinding[] {
    return this.board.decisions().filter((other) => decisionKey(other) !== decisionKey(decision));
  }

  private inSession(decision: FindingDecision): AcceptedFinding {
    this.session += 1;
    return { ...decision, id: `session ${this.session}`, acceptedOn: this.board.now() };
  }
}
