import { createLayerNames } from "../rollbacks/layerNames";
import type { AffectedComponent } from "../consequences/affectedComponent";
import { droppedFates } from "./droppedFates";
import { earlierPackages } from "./earlierPackages";
import { familyOf } from "./family";
import { layerPlan } from "./placement";
import type { PackageFacts, ReleaseFacts } from "./releaseFacts";
import { incomingComponents } from "./situation";

/**
 * Components that an upgrade to the package deletes, or may delete since their layers are not known: those whose dependents
 * have to be asked for. None where the package cannot be an upgrade.
 */
export function doomedForDependencies(
  found: PackageFacts,
  known: Pick<ReleaseFacts, "solutions" | "stacks">,
): AffectedComponent[] {
  const { manifest, components } = found.package;
  const family = familyOf(known.solutions, manifest);
  const { uniqueName, version, managed } = manifest;
  if (!managed || !family.installed?.managed || family.patchOf !== undefined) return [];
  const facts: ReleaseFacts = { ...known, packages: [found], unread: [], readAt: new Date(0) };
  const fates = droppedFates({
    way: "upgrade",
    overwrite: false,
    facts,
    found,
    family,
    earlier: earlierPackages([], known.solutions),
    names: createLayerNames(known.solutions),
    plan: layerPlan({ way: "upgrade", uniqueName, version, managed, family }),
    incoming: incomingComponents(components),
  });
  return fates.flatMap(({ kind, component: { here } }) =>
    here && (kind === "deleted" || kind === "unknown") ? [here] : [],
  );
}
