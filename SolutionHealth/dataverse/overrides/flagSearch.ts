import { ComponentType } from "../../domain/model/componentType";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import { DataverseError } from "../errors";
import { retrieveRootComponents, retrieveSubcomponents } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";
import { isCandidate, proveFlags } from "./flagProof";
import { retrieveFlaggedComponents } from "./retrieveFlaggedComponents";

/**
 * How flagged components were found (fact sheet §3.2):
 * - `environment` one query over everything, compared with the solutions named and, in less of them, with some others: it
 *   held all that these do; what lies beyond was not compared
 * - `solutions` each solution and each of its tables by itself, because the query was refused, lacked components, had
 *   nothing to be proven by, or because the scope is solutions anyway. It finds what installed solutions hold; a
 *   component of the platform that no managed solution touches is found by the one query only
 */
export type FlagWay =
  | {
      readonly kind: "environment";
      readonly provenBy: readonly string[];
      /** Other solutions, without Microsoft's, that were compared, and those that there are. */
      readonly compared: number;
      readonly others: number;
    }
  | { readonly kind: "solutions"; readonly because: "refused" | "incomplete" | "unproven" | "scope" };

/** A solution, or one of its tables, whose flags are read by themselves. */
export interface FlagPart {
  readonly solution: InstalledSolution;
  /** Logical name; absent for the solution's own list. */
  readonly table?: string;
}

export interface FlagListener {
  /** Managed components that have an Active layer, or of which the server does not say; some may come twice. */
  onFound(components: readonly SolutionComponent[]): void;
  onProgress(done: number, total: number, current?: FlagPart): void;
  onWay(way: FlagWay): void;
  onUnread(part: FlagPart, error: DataverseError): void;
}

/** Parts asked at once: fewer than the transport would send, so that layers are read beside them. */
const PARTS_AT_ONCE = 3;

/** A search for flagged components that can be stopped and gone on with. */
export class FlagSearch {
  private readonly queue: FlagPart[] = [];
  private readonly unread: FlagPart[] = [];
  private way: FlagWay | undefined;
  private done = 0;

  /**
   * @param scope "environment", or the solutions to look through
   * @param solutions all managed solutions that are installed
   */
  constructor(
    private readonly scope: "environment" | readonly InstalledSolution[],
    private readonly solutions: readonly InstalledSolution[],
    private readonly transport: Transport,
  ) {}

  /** @throws DataverseError "cancelled", "signedOut"; anything else ends up as an unread part. */
  async run(listener: FlagListener, signal: AbortSignal): Promise<void> {
    if (this.way === undefined) {
      this.way = await this.decide(listener, signal);
      const all = this.scope === "environment" ? this.solutions : this.scope;
      if (this.way.kind === "solutions") this.queue.push(...all.map((solution) => ({ solution })));
    }
    listener.onWay(this.way);
    const worker = async (): Promise<void> => {
      for (let part = this.queue.shift(); part !== undefined; part = this.queue.shift()) {
        listener.onProgress(this.done, this.done + this.queue.length + 1, part);
        await this.readPart(part, listener, signal);
      }
    };
    // Rounds, since a worker that finds the queue empty may leave while another one is about to fill it.
    while (this.queue.length > 0) await Promise.all(Array.from({ length: PARTS_AT_ONCE }, worker));
    const steps = Math.max(1, this.done);
    listener.onProgress(steps, steps);
  }

  /** Lets the next run read the parts that could not be read. */
  forgetUnread(): void {
    this.done -= this.unread.length;
    this.queue.push(...this.unread.splice(0));
  }

  private async decide(listener: FlagListener, signal: AbortSignal): Promise<FlagWay> {
    if (this.scope !== "environment") return { kind: "solutions", because: "scope" };
    listener.onProgress(0, 1);
    const all = await retrieveFlaggedComponents(this.transport, signal).catch(refusal);
    if (all === undefined) return { kind: "solutions", because: "refused" };
    // Whatever it lacks, what it names is flagged.
    listener.onFound(all);
    const proof = await proveFlags(all, this.solutions, this.transport, signal);
    if (proof.verdict === "complete") {
      const { provenBy, compared, others } = proof;
      return { kind: "environment", provenBy, compared, others };
    }
    return { kind: "solutions", because: proof.verdict };
  }

  private async readPart(part: FlagPart, listener: FlagListener, signal: AbortSignal): Promise<void> {
    try {
      const components = await read(part, this.transport, signal);
      if (part.table === undefined) {
        const tables = components.filter(({ type }) => type === ComponentType.Entity);
        this.queue.push(...tables.map(({ name: table }) => ({ solution: part.solution, table })));
      }
      listener.onFound(components.filter(isCandidate));
    } catch (error) {
      if (!(error instanceof DataverseError) || endsEverything(error)) {
        this.queue.unshift(part);
        throw error;
      }
      this.unread.push(part);
      listener.onUnread(part, error);
    }
    this.done += 1;
  }
}

const read = (
  { solution, table }: FlagPart,
  transport: Transport,
  signal: AbortSignal,
): Promise<SolutionComponent[]> =>
  table === undefined
    ? retrieveRootComponents(solution.id, transport, signal)
    : retrieveSubcomponents(solution.id, table, transport, signal);

const endsEverything = ({ kind }: DataverseError): boolean => kind === "cancelled" || kind === "signedOut";

/** Any failure of the one big query but the end of everything sends us the long way. */
function refusal(error: unknown): undefined {
  if (!(error instanceof DataverseError) || endsEverything(error)) throw error;
  return undefined;
}
