import { createLayerNames } from "../rollbacks/layerNames";
import { earlierPackages } from "./earlierPackages";
import { familyOf } from "./family";
import { layerPlan } from "./placement";
import type { PackageFacts, ReleaseFacts } from "./releaseFacts";
import { incomingComponents, type Situation } from "./situation";

/** What is known while facts are being read. */
export type KnownSoFar = Pick<ReleaseFacts, "solutions" | "stacks">;

/** An upgrade to the package as things are now; undefined where the package cannot be one. */
export function upgradeSituation(found: PackageFacts, known: KnownSoFar): Situation | undefined {
  const { manifest, components } = found.package;
  const family = familyOf(known.solutions, manifest);
  const { uniqueName, version, managed } = manifest;
  if (!managed || !family.installed?.managed || family.patchOf !== undefined) return undefined;
  return {
    way: "upgrade",
    overwrite: false,
    facts: { ...known, packages: [found], unread: [], readAt: new Date(0) },
    found,
    family,
    earlier: earlierPackages([], known.solutions),
    names: createLayerNames(known.solutions),
    plan: layerPlan({ way: "upgrade", uniqueName, version, managed, family }),
    incoming: incomingComponents(components),
  };
}
