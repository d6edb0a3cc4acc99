import { operationKind } from "../history/operationKind";
import { solutionHistory } from "../history/solutionHistory";
import type { ComponentKey } from "../layers/componentLayer";
import type { Guid } from "../model/guid";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { compareVersions } from "../version";
import type { SolutionFamily } from "./solutionFamilies";
import { nameKey } from "./solutionNames";

/**
 * Whether higher patches set what this one sets: `wholly` = all its components are in higher patches too, so that its
 * layers lie under theirs everywhere (fact sheet §8.1).
 */
export type Superseded = "no" | "partly" | "wholly" | "unknown";

/** A base or one of its patches. */
export interface LadderRung {
  readonly solution: InstalledSolution;
  readonly role: "base" | "patch";
  /** Components it holds; undefined where they were not read. */
  readonly touches?: number;
  /** Components that no other rung holds: what goes when this one is taken back alone. */
  readonly alone?: number;
  readonly superseded: Superseded;
  /** Higher patches that hold components of this one too, lowest first. */
  readonly coveredBy: readonly { readonly solution: InstalledSolution; readonly components: number }[];
  /** A patch of a higher version was installed before this one. */
  readonly outOfOrder: boolean;
}

/** A patch that is not installed any more. */
export interface GonePatch {
  readonly uniqueName: string;
  readonly name: string;
  readonly version: string;
  /** `rolledUp`: its last word in the history is its import, so an upgrade of the base took it in (§1.5). */
  readonly how: "rolledUp" | "uninstalled";
  readonly on?: Date;
}

/** What to do about a staged upgrade that is still there (§1.4). */
export interface HeldUpgrade {
  readonly solution: InstalledSolution;
  /**
   * `wait`: an operation on it or its base is running; `uninstall`: the last one failed, or its version is not higher than
   * the base's: it cannot be applied, and has to go before the next try; `apply`: apply it, or take it back.
   */
  readonly advice: "wait" | "uninstall" | "apply";
}

/** The base and its patches, lowest first. */
export interface PatchLadder {
  readonly rungs: readonly LadderRung[];
  /** A patch without its base (§1.5): the only rung. */
  readonly orphaned: boolean;
  /** Newest first; empty where the history was not read. */
  readonly gone: readonly GonePatch[];
  readonly held: readonly HeldUpgrade[];
}

/**
 * The patches of a solution as a ladder: which lies on which, and what each of them means now.
 * @param components keys of the components of each solution by its id, as far as they were read
 * @param history of the environment; undefined where it was not read
 */
export function patchLadder(
  { solution, patches, holdings, orphan, kind }: SolutionFamily,
  solutions: readonly InstalledSolution[],
  components: ReadonlyMap<Guid, ReadonlySet<ComponentKey>>,
  history: readonly SolutionOperation[] | undefined,
): PatchLadder {
  const inOrder = [solution, ...[...patches].sort((a, b) => compareVersions(a.version, b.version))];
  const role = (one: InstalledSolution): LadderRung["role"] =>
    one === solution && kind !== "patch" ? "base" : "patch";
  return {
    rungs: inOrder.map((one, place) => ({ role: role(one), ...rungOf(one, place, inOrder, components) })),
    orphaned: orphan && kind === "patch",
    gone: history ? gonePatches(solution, solutions, history) : [],
    held: holdings.map((holding) => ({
      solution: holding,
      advice: adviceOn(holding, solution, solutions, history ?? []),
    })),
  };
}

function rungOf(
  solution: InstalledSolution,
  place: number,
  inOrder: readonly InstalledSolution[],
  components: ReadonlyMap<Guid, ReadonlySet<ComponentKey>>,
): Omit<LadderRung, "role"> {
  const own = components.get(solution.id);
  const others = inOrder.filter((other) => other !== solution);
  const higher = inOrder.slice(place + 1);
  const common = {
    solution,
    outOfOrder: place > 0 && higher.some((other) => isEarlier(other, solution)),
  };
  if (own === undefined) return { ...common, superseded: higher.length === 0 ? "no" : "unknown", coveredBy: [] };
  const holds = (other: InstalledSolution, key: ComponentKey): boolean => components.get(other.id)?.has(key) === true;
  const coveredBy = higher.flatMap((other) => {
    const count = [...own].filter((key) => holds(other, key)).length;
    return count === 0 ? [] : [{ solution: other, components: count }];
  });
  const covered = [...own].filter((key) => higher.some((other) => holds(other, key))).length;
  const known = higher.every(({ id }) => components.has(id));
  const alone = others.every(({ id }) => components.has(id))
    ? [...own].filter((key) => !others.some((other) => holds(other, key))).length
    : undefined;
  return {
    ...common,
    touches: own.size,
    ...(alone !== undefined && { alone }),
    superseded: supersededBy(covered, own.size, known),
    coveredBy,
  };
}

function supersededBy(covered: number, touches: number, known: boolean): Superseded {
  if (covered > 0 && covered === touches) return "wholly";
  if (!known) return "unknown";
  return covered > 0 ? "partly" : "no";
}

function isEarlier(other: InstalledSolution, than: InstalledSolution): boolean {
  return other.installedOn !== undefined && than.installedOn !== undefined && other.installedOn < than.installedOn;
}

function gonePatches(
  solution: InstalledSolution,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[],
): GonePatch[] {
  const installed = new Set(solutions.map(({ uniqueName }) => nameKey(uniqueName)));
  const lastWords = new Map<string, GonePatch>();
  for (const { operation, role } of solutionHistory(solution, solutions, history)) {
    const { solutionUniqueName: uniqueName, solutionName: name, version, result, endedOn } = operation;
    const key = nameKey(uniqueName);
    const act = operationKind(operation);
    // What failed has done nothing, and tells nothing.
    if (role !== "patch" || result !== "succeeded" || act === "other") continue;
    if (installed.has(key) || lastWords.has(key)) continue;
    const how = act === "uninstall" ? "uninstalled" : "rolledUp";
    lastWords.set(key, { uniqueName, name, version, how, ...(how === "uninstalled" && endedOn && { on: endedOn }) });
  }
  return [...lastWords.values()];
}

function adviceOn(
  holding: InstalledSolution,
  base: InstalledSolution,
  solutions: readonly InstalledSolution[],
  history: readonly SolutionOperation[],
): HeldUpgrade["advice"] {
  const [last] = solutionHistory(base, solutions, history).filter(({ role }) => role !== "patch");
  if (last?.operation.status === "running" || last?.operation.status === "queued") return "wait";
  const higher = compareVersions(holding.version, base.version) > 0;
  return last?.operation.result === "failed" || !higher ? "uninstall" : "apply";
}
