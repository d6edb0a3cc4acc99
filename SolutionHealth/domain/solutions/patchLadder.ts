import type { ComponentKey } from "../layers/componentLayer";
import type { Guid } from "../model/guid";
import type { SolutionOperation } from "../model/operation";
import type { InstalledSolution } from "../model/solution";
import { compareVersions } from "../version";
import { type GonePatch, gonePatches } from "./gonePatches";
import { type HeldUpgrade, heldUpgrade } from "./heldUpgrades";
import { higherBefore } from "./patchOrder";
import type { SolutionFamily } from "./solutionFamilies";

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
    held: holdings.map((holding) => heldUpgrade(holding, solution, solutions, history)),
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
    outOfOrder: place > 0 && higherBefore(solution, higher) !== undefined,
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
