import { propertyWinners } from "../layers/winners";
import type { AffectedComponent } from "../consequences/affectedComponent";
import type { ComponentKey, LayerStack } from "../layers/componentLayer";
import type { PropertyValue } from "../model/property";
import { nameKey } from "../solutions/solutionNames";
import type { FoundAfter } from "../rollbacks/compareRollback";
import { collectionOf, same } from "../rollbacks/valuesAfter";
import { childKey } from "../layers/childChanges";
import type { ReleaseAddress } from "./releaseAddress";
import type { PackageFacts, Presence, PresentComponent, ReleaseFacts } from "./releaseFacts";
import type { ComponentRelease, PackagePreview, ReleaseChange, ReleaseKind, ReleaseWay } from "./releasePreview";

/** What came out otherwise than the preview said. */
export interface ReleaseSurprise {
  readonly address: ReleaseAddress;
  readonly displayName: string;
  readonly said: ReleaseKind;
  /** `missing`: it should be here; `there`: it should be gone; `otherValues`: properties are not as announced. */
  readonly found: "missing" | "there" | "otherValues" | "unknown";
  readonly properties: readonly string[];
}

export interface ReleaseComparison {
  readonly solution: string;
  readonly way: ReleaseWay;
  /** Version that is installed now; undefined where the solution is not. */
  readonly version?: string;
  /** Components looked at again, without those of which nothing could be announced. */
  readonly compared: number;
  readonly asSaid: number;
  /** Empty when everything came as announced. */
  readonly surprises: readonly ReleaseSurprise[];
}

/** What was looked at again by itself, since no list of the solution holds it any more. */
export type LookedAt = ReadonlyMap<ComponentKey, FoundAfter>;

/**
 * What was announced for one way against what is there now.
 * @param after facts of the same package, read anew after the import
 * @param looked what became of `toLookAt`
 */
export function compareRelease(
  preview: PackagePreview,
  way: ReleaseWay,
  after: ReleaseFacts,
  looked: LookedAt = new Map(),
): ReleaseComparison {
  const name = nameKey(preview.package.uniqueName);
  const installed = after.solutions.find(({ uniqueName }) => nameKey(uniqueName) === name);
  const fates = preview.ways[way].fates.filter(isAnnounced);
  const found = factsOf(preview, after);
  const surprises = fates.flatMap(
    (fate) => surpriseOf(fate, presenceAfter(fate, found, after, looked), after, looked) ?? [],
  );
  return {
    solution: preview.package.uniqueName,
    way,
    ...(installed && { version: installed.version }),
    compared: fates.length,
    asSaid: fates.length - surprises.length,
    surprises,
  };
}

/**
 * Components that no list of the solution holds any more: whether one was deleted, or stays since another solution holds it,
 * has to be looked at. A row that is not there proves nothing (fact sheet §2.1).
 */
export function toLookAt(preview: PackagePreview, way: ReleaseWay, after: ReleaseFacts): ComponentRelease[] {
  const found = factsOf(preview, after);
  return preview.ways[way].fates.filter(
    (fate) =>
      fate.component.here !== undefined &&
      isAnnounced(fate) &&
      !found?.presence.has(fate.component.address) &&
      !listed(fate, found),
  );
}

const factsOf = ({ package: { uniqueName } }: PackagePreview, { packages }: ReleaseFacts): PackageFacts | undefined =>
  packages.find(({ package: { manifest } }) => nameKey(manifest.uniqueName) === nameKey(uniqueName));

const listed = ({ component }: ComponentRelease, found: PackageFacts | undefined): PresentComponent | undefined =>
  found && [...found.members, ...found.parts].find(({ component: { key } }) => key === component.here?.key);

/** Whether an earlier package of the release kept it from being deleted could not be announced. */
const isAnnounced = ({ kind, asOfNow }: ComponentRelease): boolean =>
  kind !== "unknown" && !(asOfNow === true && (kind === "deleted" || kind === "survives" || kind === "leftBehind"));

/**
 * Of the package's own components presence was read again. What the package dropped is looked for among members and parts;
 * what is not among them was looked at by itself. Who has not been looked at is not known.
 */
function presenceAfter(
  fate: ComponentRelease,
  found: PackageFacts | undefined,
  { unread }: ReleaseFacts,
  looked: LookedAt,
): Presence {
  if (found === undefined) return { status: "unknown", why: { reason: "notRead" } };
  const { address, here } = fate.component;
  const own = found.presence.get(address);
  if (own) return own;
  const member = listed(fate, found);
  if (member) return { status: "present", here: member };
  const again = here && presenceOf(here, looked.get(here.key));
  if (again) return again;
  const gap = unread.find(({ what }) => what === "members");
  return { status: "unknown", why: gap?.why ?? { reason: "notRead" } };
}

function presenceOf(here: AffectedComponent, after: FoundAfter | undefined): Presence | undefined {
  if (after?.status === "there") return { status: "present", here: { component: here } };
  return after?.status === "gone" ? { status: "absent" } : after;
}

function surpriseOf(
  fate: ComponentRelease,
  presence: Presence,
  after: ReleaseFacts,
  looked: LookedAt,
): ReleaseSurprise | undefined {
  const tell = (found: ReleaseSurprise["found"], properties: readonly string[] = []): ReleaseSurprise => ({
    address: fate.component.address,
    displayName: fate.component.displayName,
    said: fate.kind,
    found,
    properties,
  });
  if (presence.status === "unknown") return tell("unknown");
  if (fate.kind === "deleted") return presence.status === "present" ? tell("there") : undefined;
  if (presence.status === "absent") return tell("missing");
  const known = fate.changes.filter(({ seen, certain }) => certain && seen !== "merged" && seen !== "unknown");
  if (known.length === 0) return undefined;
  const stack = stackAfter(presence.here.component.key, after, looked);
  if (stack === undefined) return tell("unknown");
  const others = known.filter((change) => !same(valueIn(stack, change), change.visibleThen));
  return others.length > 0 ? tell("otherValues", [...new Set(others.map(({ property }) => property))]) : undefined;
}

function stackAfter(key: ComponentKey, { stacks }: ReleaseFacts, looked: LookedAt): LayerStack | undefined {
  const [reading, found] = [stacks.get(key), looked.get(key)];
  if (reading?.status === "read") return reading.stack;
  return found?.status === "there" ? found.stack : undefined;
}

function valueIn(stack: LayerStack, { property, child }: ReleaseChange): PropertyValue | undefined {
  if (child === undefined) return propertyWinners(stack).get(property)?.value;
  const list = collectionOf(stack.layers, property);
  const children = Array.isArray(list) ? list : [];
  return children.find(
    (one) => typeof one === "object" && one !== null && !Array.isArray(one) && childKey(property, one) === child,
  );
}
