import { ComponentType } from "../../domain/model/componentType";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import type { UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { concernsOneRead, type DataverseError } from "../errors";
import { IDS_A_QUERY, idConditions } from "../overrides/idList";
import { type RowsItem, retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import { toNotKnown } from "./notKnown";
import {
  type Membership,
  MEMBERSHIP_PAGE,
  membershipsOfSolution,
  membershipsWhere,
  toMemberships,
} from "./retrieveMemberships";

/** One read, and what stays open where it fails. */
interface Question {
  readonly path: string;
  readonly about: readonly Guid[] | "everything";
  readonly solution?: string;
}

/**
 * Who holds components besides the solutions that go, by membership rows. Asked in the way that takes fewer reads: lists
 * of 25 ids, or all memberships of each managed solution that stays. The latter is one read a solution with up to 5,000
 * members, and more where it has more, which nobody knows before: hence it is taken only where it starts with half as
 * many. What has been read so answers every later question as well.
 */
export class HolderSearch {
  readonly unread: UnreadFact[] = [];
  private readonly staying: readonly InstalledSolution[];
  private readonly unmanaged: ReadonlySet<Guid>;
  private readonly holders = new Map<Guid, Set<Guid>>();
  private readonly wholeTables = new Map<Guid, Set<Guid>>();
  private readonly asked = new Set<Guid>();
  private readonly open = new Set<Guid>();
  private everythingAsked = false;
  private everythingOpen = false;

  constructor(
    solutions: readonly InstalledSolution[],
    private readonly leaving: ReadonlySet<Guid>,
    private readonly transport: Transport,
  ) {
    this.staying = solutions.filter(({ id, managed }) => managed && !leaving.has(id));
    this.unmanaged = new Set(solutions.filter(({ managed }) => !managed).map(({ id }) => id));
  }

  /** @throws DataverseError "cancelled" or "signedOut" */
  async ask(
    ids: readonly Guid[],
    signal: AbortSignal,
    onProgress: (done: number, total: number) => void,
  ): Promise<void> {
    const fresh = this.everythingAsked ? [] : [...new Set(ids)].filter((id) => !this.asked.has(id));
    const bySolution = this.staying.length * 2 <= Math.ceil(fresh.length / IDS_A_QUERY);
    const questions = bySolution ? this.solutionQuestions() : listQuestions(fresh);
    for (const id of fresh) this.asked.add(id);
    onProgress(0, questions.length);
    const items = await retrieveRowsOfMany(
      questions.map(({ path }) => path),
      this.transport,
      { pageSize: MEMBERSHIP_PAGE, signal, onRead: (done) => onProgress(done, questions.length) },
    );
    for (const [index, question] of questions.entries()) this.take(items[index], question);
    if (bySolution && fresh.length > 0) this.everythingAsked = true;
  }

  /** Managed solutions that stay and have a row for the component, or hold its table with everything in it (§2.1). */
  of(id: Guid, tableId: Guid | undefined): Guid[] {
    const whole = tableId === undefined ? undefined : this.wholeTables.get(tableId);
    return [...new Set([...(this.holders.get(id) ?? []), ...(whole ?? [])])];
  }

  /** Whether its holders could not be read, or not all of them. */
  isOpen(id: Guid): boolean {
    return this.everythingOpen || this.open.has(id);
  }

  private solutionQuestions(): Question[] {
    return this.staying.map(({ id, uniqueName }) => ({
      path: membershipsOfSolution(id),
      about: "everything",
      solution: uniqueName,
    }));
  }

  private take(item: RowsItem | undefined, question: Question): void {
    if (item?.status === "failed") this.leaveOpen(question, item.error);
    if (item?.status !== "read") return;
    try {
      this.enter(toMemberships(item.rows));
    } catch (error) {
      if (!concernsOneRead(error)) throw error;
      this.leaveOpen(question, error);
    }
  }

  private leaveOpen({ about, solution }: Question, error: DataverseError): void {
    if (about === "everything") this.everythingOpen = true;
    else for (const id of about) this.open.add(id);
    this.unread.push({ what: "holders", why: toNotKnown(error), ...present({ solution }) });
  }

  private enter(memberships: readonly Membership[]): void {
    for (const { componentId, type, solutionId, behavior } of memberships) {
      // Rows of solutions that nobody listed count: better one look at layers too many than one too few.
      if (this.leaving.has(solutionId) || this.unmanaged.has(solutionId)) continue;
      add(this.holders, componentId, solutionId);
      if (type === ComponentType.Entity && behavior === 0) add(this.wholeTables, componentId, solutionId);
    }
  }
}

const listQuestions = (ids: readonly Guid[]): Question[] =>
  idConditions("objectid", ids).map((condition, index) => ({
    path: membershipsWhere(condition),
    about: ids.slice(index * IDS_A_QUERY, (index + 1) * IDS_A_QUERY),
  }));

function add(sets: Map<Guid, Set<Guid>>, key: Guid, value: Guid): void {
  sets.set(key, (sets.get(key) ?? new Set()).add(value));
}
