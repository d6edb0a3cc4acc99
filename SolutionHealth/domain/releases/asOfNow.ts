import { type EarlierPackages, isTouched } from "./earlierPackages";
import { presentAddresses } from "./presentAddress";
import type { ComponentRelease, ReleaseBlocker, ReleaseComponent } from "./releasePreview";

/**
 * A fate that an earlier package of the same release may turn: its layers, values and existence were read as they are now.
 * Nothing of it is certain then, and it says so.
 */
export function asOfNow(fate: ComponentRelease, earlier: EarlierPackages): ComponentRelease {
  if (!mayTurn(fate, earlier)) return fate;
  const { layersThen: _layersThen, ...rest } = fate;
  return { ...rest, asOfNow: true, changes: fate.changes.map((change) => ({ ...change, certain: false })) };
}

/** A shell says nothing of its component, so that what others make of that does not matter to it. */
function mayTurn({ component, kind, shell }: ComponentRelease, earlier: EarlierPackages): boolean {
  if (kind === "unknown" || (shell && kind === "unchanged")) return false;
  return touches(component, earlier) || (kind === "deleted" && earlier.needed.has(component.address));
}

const touches = ({ address, here }: ReleaseComponent, earlier: EarlierPackages): boolean =>
  [address, ...(here ? presentAddresses(here) : [])].some((one) => isTouched(earlier, one));

/** What stands in the way now may have been mended by an earlier package; that it has is not known. */
export const blockedAsOfNow = (blocker: ReleaseBlocker, earlier: EarlierPackages): ReleaseBlocker =>
  touches(blocker.dependent, earlier) || touches(blocker.required, earlier) ? { ...blocker, certain: false } : blocker;
