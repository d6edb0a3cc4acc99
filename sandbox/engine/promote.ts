import type { StoredComponent, StoredSolution } from "../store/model";
import { noPendingUpgrade, oldSolutionMissing, restrictedDelete } from "./faults";
import { aboutSolution, Operation, Suboperation, type HistorySubject } from "./history";
import { holdingName, withoutLayers } from "./layers";
import { patchesOf } from "./patchRules";
import { refuseLastForms } from "./lastForms";
import { applyRemoval, blockersOf, foreignHeir, planRemoval } from "./removal";
import { baseLayerBlocked, deleteBlocked } from "./removalFaults";
import { isRestrictedSolution } from "./systemSolutions";
import { membersOfAll, namesOf, removeRow } from "./uninstall";
import type { Work } from "./work";

/**
 * Applies a staged upgrade (`DeleteAndPromote`): base and patches go, `_Upgrade` takes the base's name and place. What
 * the new version lacks is deleted with its data, unless another managed solution holds it (§8.3).
 * @returns the solution as it is now, and the history rows: what was rolled up, patches first.
 * @throws 0x8004853B without a staged upgrade, 0x8004853C without the old solution, 0x8004F01F when something that
 * would be deleted is still needed, 0x8004F654 for a table's last main form; then nothing is changed and the staged upgrade
 * remains.
 */
export function promote(work: Work, uniqueName: string): { solution: StoredSolution; history: HistorySubject[] } {
  const { store } = work;
  const base = store.solutionNamed(uniqueName);
  const holding = store.solutionNamed(holdingName(uniqueName));
  if (isRestrictedSolution(uniqueName, base?.id)) throw restrictedDelete();
  if (!base) throw oldSolutionMissing();
  if (!holding) throw noPendingUpgrade(base.uniqueName);
  const old = [...patchesOf(store.state.solutions, base).reverse(), base];
  replaceLayers(work, old, base, holding);
  const history = old.map((solution) =>
    aboutSolution(store, solution, { operation: Operation.Uninstall, suboperation: Suboperation.Upgrade }),
  );
  for (const solution of old) removeRow(store, solution);
  const promoted: StoredSolution = {
    ...holding,
    uniqueName: base.uniqueName,
    createdOn: base.createdOn,
    installedOn: work.at,
    updatedOn: work.at,
    modifiedOn: work.at,
    versionNumber: store.nextVersionNumber(),
  };
  store.putSolution(promoted);
  work.progress(100, "done");
  return { solution: promoted, history };
}

function replaceLayers(work: Work, old: StoredSolution[], base: StoredSolution, holding: StoredSolution): void {
  const { store } = work;
  const names = namesOf(old);
  const members = membersOfAll(store, [...old, holding]);
  const removal = planRemoval(store, members, (component) =>
    promoted(component, names, holding.uniqueName, base.uniqueName),
  );
  work.progress(94, "dependencies");
  if (work.options.upgradeOfSharedBase === "refuse") refuseForeignHeirs(work, members, names, holding);
  const blockers = blockersOf(store, removal);
  if (blockers.length > 0) throw deleteBlocked(blockers);
  refuseLastForms(work, removal);
  applyRemoval(store, removal);
}

function refuseForeignHeirs(
  work: Work,
  members: readonly StoredComponent[],
  names: ReadonlySet<string>,
  holding: StoredSolution,
): void {
  for (const component of members) {
    const stays = component.layers.some((layer) => layer.solution === holding.uniqueName);
    if (!stays && foreignHeir(work.store, component, names)) throw baseLayerBlocked(component);
  }
}

/** The component with the pending layer in the place, under the name and with the age of the base's. */
function promoted(
  component: StoredComponent,
  old: ReadonlySet<string>,
  holding: string,
  base: string,
): StoredComponent {
  const oldest = component.layers.filter((layer) => old.has(layer.solution)).map((layer) => layer.createdOn);
  const kept = withoutLayers(component, old);
  const references = Object.fromEntries(
    Object.entries(kept.references).map(([solution, list]) => [solution === holding ? base : solution, list]),
  );
  const layers = kept.layers.map((layer) =>
    layer.solution === holding
      ? { ...layer, solution: base, createdOn: [...oldest, layer.createdOn].sort()[0] ?? layer.createdOn }
      : layer,
  );
  return { ...kept, layers, references };
}
