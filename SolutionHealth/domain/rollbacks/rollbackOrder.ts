import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { compareVersions } from "../version";
import type { Steps } from "./departures";
import { type Leaving, patchesNewestFirst } from "./leavingSolutions";
import { ringsOf } from "./rings";
import type { RollbackStep } from "./rollbackPreview";

/** "The first has to go before the second", by keys of leaving solutions (`nameKey`). */
export interface Precedence {
  readonly before: string;
  readonly after: string;
}

/** The order before blockers are known. */
export interface Sequence {
  readonly steps: readonly RollbackStep[];
  readonly cycles: readonly (readonly string[])[];
  /** Implied steps have the number of their base's. */
  readonly numbers: Steps;
}

/** Key of the solution whose uninstall takes this one along: its base where that is a target, else itself. */
export function takenAlongBy({ targets }: Leaving): (solution: InstalledSolution) => string {
  const byId = new Map(targets.map((target) => [target.id, target]));
  return (solution) => nameKey((byId.get(solution.parentId ?? "") ?? solution).uniqueName);
}

/**
 * What goes first: dependents and extensions before what they need, patches newest first and before their base (fact
 * sheet §1.5). Where nothing decides, what was installed last goes first. Solutions that need each other stand together;
 * no order is right for them.
 */
export function sequenceOf(leaving: Leaving, precedences: readonly Precedence[]): Sequence {
  const headOf = takenAlongBy(leaving);
  const heads = leaving.targets.filter((target) => headOf(target) === nameKey(target.uniqueName)).sort(lastFirst);
  const headByName = new Map(leaving.solutions.map((solution) => [nameKey(solution.uniqueName), headOf(solution)]));
  const followers = new Map<string, Set<string>>();
  for (const { before, after } of [...precedences, ...patchPrecedences(heads)]) {
    const [first, second] = [headByName.get(before), headByName.get(after)];
    if (first === undefined || second === undefined || first === second) continue;
    followers.set(first, (followers.get(first) ?? new Set()).add(second));
  }
  const rings = ringsOf(
    heads.map(({ uniqueName }) => nameKey(uniqueName)),
    (name) => followers.get(name) ?? [],
  );
  const byName = new Map(heads.map((head) => [nameKey(head.uniqueName), head]));
  const inOrder = rings.flat().flatMap((name) => byName.get(name) ?? []);
  const chosen = new Set(leaving.targets);
  return {
    steps: inOrder.flatMap((head) => stepsOf(head, leaving, chosen)),
    cycles: rings
      .filter(({ length }) => length > 1)
      .map((ring) => ring.map((name) => byName.get(name)?.uniqueName ?? name)),
    numbers: new Map(
      leaving.solutions.map((solution) => [
        nameKey(solution.uniqueName),
        inOrder.findIndex(({ uniqueName }) => nameKey(uniqueName) === headOf(solution)),
      ]),
    ),
  };
}

function stepsOf(
  head: InstalledSolution,
  { solutions }: Leaving,
  chosen: ReadonlySet<InstalledSolution>,
): RollbackStep[] {
  const patches = patchesNewestFirst(solutions, head);
  return [
    ...patches.map((solution): RollbackStep => ({
      solution,
      because: chosen.has(solution) ? "target" : "patch",
      implied: true,
    })),
    { solution: head, because: "target", implied: false },
  ];
}

/** Patches of a base that stays: the newer before the older. */
function patchPrecedences(heads: readonly InstalledSolution[]): Precedence[] {
  return heads.flatMap((newer) =>
    heads
      .filter(({ parentId, version }) => {
        if (parentId === undefined || parentId !== newer.parentId) return false;
        return compareVersions(newer.version, version) > 0;
      })
      .map((older) => ({ before: nameKey(newer.uniqueName), after: nameKey(older.uniqueName) })),
  );
}

function lastFirst(a: InstalledSolution, b: InstalledSolution): number {
  const time = (b.installedOn?.getTime() ?? 0) - (a.installedOn?.getTime() ?? 0);
  return time || (nameKey(a.uniqueName) < nameKey(b.uniqueName) ? -1 : 1);
}
