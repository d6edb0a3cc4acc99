import { propertyWinners } from "../layers/winners";
import type { LayerStack } from "../layers/componentLayer";
import type { PropertyValue } from "../model/property";
import { nameKey } from "../solutions/solutionNames";
import { collectionOf, same } from "../rollbacks/valuesAfter";
import { childKey } from "../layers/childChanges";
import type { ReleaseAddress } from "./releaseAddress";
import type { PackageFacts, Presence, ReleaseFacts } from "./releaseFacts";
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

/**
 * What was announced for one way against what is there now.
 * @param after facts of the same package, read anew after the import
 */
export function compareRelease(preview: PackagePreview, way: ReleaseWay, after: ReleaseFacts): ReleaseComparison {
  const name = nameKey(preview.package.uniqueName);
  const found = after.packages.find(({ package: { manifest } }) => nameKey(manifest.uniqueName) === name);
  const installed = after.solutions.find(({ uniqueName }) => nameKey(uniqueName) === name);
  const fates = preview.ways[way].fates.filter(isAnnounced);
  const judged = fates.map((fate) => ({ fate, surprise: surpriseOf(fate, presenceAfter(fate, found, after), after) }));
  const surprises = judged.flatMap(({ surprise }) => surprise ?? []);
  return {
    solution: preview.package.uniqueName,
    way,
    ...(installed && { version: installed.version }),
    compared: fates.length,
    asSaid: fates.length - surprises.length,
    surprises,
  };
}

/** Whether an earlier package of the release kept it from being deleted could not be announced. */
const isAnnounced = ({ kind, asOfNow }: ComponentRelease): boolean =>
  kind !== "unknown" && !(asOfNow === true && (kind === "deleted" || kind === "survives" || kind === "leftBehind"));

/**
 * Of the package's own components presence was read again. What the package dropped is looked for among members and parts;
 * where it is not among them after an upgrade, it belongs to the solution no more. A list that could not be read as a whole
 * says nothing of what is not on it.
 */
function presenceAfter(
  { component }: ComponentRelease,
  found: PackageFacts | undefined,
  { unread }: ReleaseFacts,
): Presence {
  if (found === undefined) return { status: "unknown", why: { reason: "notRead" } };
  const own = found.presence.get(component.address);
  if (own) return own;
  const here = [...found.members, ...found.parts].find(({ component: { key } }) => key === component.here?.key);
  if (here) return { status: "present", here };
  const gap = unread.find(({ what }) => what === "members");
  return gap ? { status: "unknown", why: gap.why } : { status: "absent" };
}

function surpriseOf(fate: ComponentRelease, presence: Presence, after: ReleaseFacts): ReleaseSurprise | undefined {
  const tell = (found: ReleaseSurprise["found"], properties: readonly string[] = []): ReleaseSurprise => ({
    address: fate.component.address,
    displayName: fate.component.displayName,
    said: fate.kind,
    found,
    properties,
  });
  if (presence.status === "unknown") return tell("unknown");
  if (fate.kind === "deleted") return presence.status === "present" ? tell("there") : undefined;
  // A survivor is no member any more: that it is not listed is as said.
  if (presence.status === "absent") return fate.kind === "survives" ? undefined : tell("missing");
  const known = fate.changes.filter(({ seen, certain }) => certain && seen !== "merged" && seen !== "unknown");
  if (known.length === 0) return undefined;
  const reading = after.stacks.get(presence.here.component.key);
  if (reading?.status !== "read") return tell("unknown");
  const others = known.filter((change) => !same(valueIn(reading.stack, change), change.visibleThen));
  return others.length > 0 ? tell("otherValues", [...new Set(others.map(({ property }) => property))]) : undefined;
}

function valueIn(stack: LayerStack, { property, child }: ReleaseChange): PropertyValue | undefined {
  if (child === undefined) return propertyWinners(stack).get(property)?.value;
  const list = collectionOf(stack.layers, property);
  const children = Array.isArray(list) ? list : [];
  return children.find(
    (one) => typeof one === "object" && one !== null && !Array.isArray(one) && childKey(property, one) === child,
  );
}
