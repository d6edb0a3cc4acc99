import type { AffectedComponent } from "../consequences/affectedComponent";
import { droppedFates } from "./droppedFates";
import { tablesAskedForForms } from "./lastFormBlockers";
import type { PackageFacts } from "./releaseFacts";
import { type KnownSoFar, upgradeSituation } from "./upgradeSituation";

/**
 * Components that an upgrade to the package deletes, or may delete since their layers are not known: those whose dependents
 * have to be asked for. None where the package cannot be an upgrade.
 */
export function doomedForDependencies(found: PackageFacts, known: KnownSoFar): AffectedComponent[] {
  const at = upgradeSituation(found, known);
  if (at === undefined) return [];
  return droppedFates(at).flatMap(({ kind, component: { here } }) =>
    here && (kind === "deleted" || kind === "unknown") ? [here] : [],
  );
}

/** Tables, by logical name, of which an upgrade to the package deletes a main form while no other is known to stay. */
export function tablesForMainForms(found: PackageFacts, known: KnownSoFar): string[] {
  const at = upgradeSituation(found, known);
  return at === undefined ? [] : tablesAskedForForms(droppedFates(at), at);
}
