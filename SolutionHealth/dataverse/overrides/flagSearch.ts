import { ComponentType } from "../../domain/model/componentType";
import type { SolutionComponent } from "../../domain/model/component";
import type { InstalledSolution } from "../../domain/model/solution";
import { DataverseError } from "../errors";
import { retrieveRootComponents, retrieveSubcomponents } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";
import { proveFlags, type FlagProof } from "./flagProof";
import { retrieveFlaggedComponents } from "./retrieveFlaggedComponents";

/**
 * How flagged components were found (fact sheet §3.2):
 * - `environment` one query over everything, proven complete against the solutions named
 * - `solutions` each solution and each of its tables by itself, because the query was refused, lacked components, had
 *   nothing to be proven by, or because the scope is solutions anyway
 */
export type FlagWay =
  | { readonly kind: "environment"; readonly provenBy: readonly string[] }
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

/** A search for flagged components that can be stopped and gone on with. */
export interface FlagSearch {
  /** @throws DataverseError "cancelled", "signedOut"; anything else ends up as an unread part. */
  run(listener: FlagListener, signal: AbortSignal): Promise<void>;
  /** Lets the next run read one part, or all, that could not be read. */
  forgetUnread(): void;
}

/** Parts asked at once: fewer than the transport would send, so that layers are read beside them. */
const PARTS_AT_ONCE = 3;

/**
 * @param scope "environment", or the solutions to look through
 * @param solutions all managed solutions that are installed
 */
export function createFlagSearch(
  scope: "environment" | readonly InstalledSolution[],
  solutions: readonly InstalledSolution[],
  transport: Transport,
): FlagSearch {
  const queue: FlagPart[] = [];
  const unread: FlagPart[] = [];
  let way: FlagWay | undefined;
  let done = 0;

  async function decide(listener: FlagListener, signal: AbortSignal): Promise<FlagWay> {
    if (scope !== "environment") return { kind: "solutions", because: "scope" };
    listener.onProgress(0, 1);
    const all = await retrieveFlaggedComponents(transport, signal).catch(refusal);
    if (all === undefined) return { kind: "solutions", because: "refused" };
    // Whatever it lacks, what it names is flagged.
    listener.onFound(all);
    const proof: FlagProof = await proveFlags(all, solutions, transport, signal);
    if (proof.verdict === "complete") return { kind: "environment", provenBy: proof.provenBy };
    return { kind: "solutions", because: proof.verdict };
  }

  async function readPart(part: FlagPart, listener: FlagListener, signal: AbortSignal): Promise<void> {
    try {
      const components = await read(part, transport, signal);
      if (part.table === undefined) {
        for (const { type, name } of components) {
          if (type === ComponentType.Entity) queue.push({ solution: part.solution, table: name });
        }
      }
      listener.onFound(components.filter(isCandidate));
    } catch (error) {
      if (!(error instanceof DataverseError) || endsEverything(error)) {
        queue.unshift(part);
        throw error;
      }
      unread.push(part);
      listener.onUnread(part, error);
    }
    done += 1;
  }

  return {
    async run(listener, signal) {
      if (way === undefined) {
        way = await decide(listener, signal);
        if (way.kind === "solutions") {
          queue.push(...(scope === "environment" ? solutions : scope).map((solution) => ({ solution })));
        }
      }
      listener.onWay(way);
      const worker = async (): Promise<void> => {
        for (let part = queue.shift(); part !== undefined; part = queue.shift()) {
          listener.onProgress(done, done + queue.length + 1, part);
          await readPart(part, listener, signal);
        }
      };
      // Rounds, since a worker that finds the queue empty may leave while another one is about to fill it.
      while (queue.length > 0) await Promise.all(Array.from({ length: PARTS_AT_ONCE }, worker));
      const steps = Math.max(1, done);
      listener.onProgress(steps, steps);
    },
    forgetUnread() {
      done -= unread.length;
      queue.push(...unread.splice(0));
    },
  };
}

/** A component whose layers are to be read: flags that the server leaves out say nothing (§3.1). */
export const isCandidate = ({ managed, hasActiveCustomization }: SolutionComponent): boolean =>
  managed !== false && hasActiveCustomization !== false;

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
