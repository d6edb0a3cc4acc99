import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { StackReading } from "../../domain/consequences/affectedComponent";
import type { SolutionComponent } from "../../domain/model/component";
import { ComponentType } from "../../domain/model/componentType";
import type { InstalledSolution } from "../../domain/model/solution";
import { type Family, familyOf } from "../../domain/releases/family";
import type { IncomingComponent, IncomingPackage } from "../../domain/releases/incomingPackage";
import { isSurelyNamed, presentAddresses } from "../../domain/releases/presentAddress";
import { addressOf, platformTypeName, type ReleaseAddress } from "../../domain/releases/releaseAddress";
import type {
  PackageFacts,
  Presence,
  PresentComponent,
  ReleaseMember,
  RequiredComponent,
  UnreadReleaseFact,
} from "../../domain/releases/releaseFacts";
import { partOf, wholeOf } from "../../domain/rollbacks/wholes";
import type { TypeNames } from "../rollbacks/rollbackComponent";
import type { Transport } from "../transport";
import { PresenceSearch } from "./presenceSearch";
import { readFamily } from "./readFamily";
import { toPresent } from "./toPresent";
import { type Wanted, wantedEnd, wantedOf } from "./wanted";

/** What memberships and summaries tell of one package; layers and dependencies come later. */
export interface ListedFacts {
  readonly package: IncomingPackage;
  readonly family: Family;
  readonly presence: ReadonlyMap<ReleaseAddress, Presence>;
  readonly members: readonly ReleaseMember[];
  /** Listed below tables of the solution, without a membership row: only layers tell whether it holds them. */
  readonly implied: readonly PresentComponent[];
  readonly parts: readonly PresentComponent[];
  readonly required: readonly RequiredComponent[];
  /** Values that the package's environment variables have here. */
  readonly valuesHere: ReadonlyMap<ReleaseAddress, Presence>;
  readonly unread: readonly UnreadReleaseFact[];
}

export interface Ground {
  readonly solutions: readonly InstalledSolution[];
  /** Undefined where the environment's own types could not be read. */
  readonly typeNames: TypeNames | undefined;
  readonly transport: Transport;
  readonly signal: AbortSignal;
  readonly tell: (stage: "members" | "presence", done: number, total: number) => void;
}

/** @throws DataverseError "cancelled" or "signedOut" */
export async function readPackageFacts(content: IncomingPackage, ground: Ground): Promise<ListedFacts> {
  const { solutions, typeNames, transport, signal, tell } = ground;
  const family = familyOf(solutions, content.manifest);
  const types = typeNames ?? new Map<number, string>();
  const held = new Set(content.components.flatMap((component) => wantedOf(component).addresses));
  const isDropped = (component: SolutionComponent): boolean =>
    presentAddresses(toPresent(component, types).component).every((address) => !held.has(address));
  // A patch deletes nothing, so what else its base holds is not asked for.
  const solutionsRead = family.patchOf === undefined ? family.all : [];
  const read = await readFamily(solutionsRead, solutions, isDropped, transport, signal, (done, total) =>
    tell("members", done, total),
  );
  const everything = solutions.find(({ uniqueName }) => uniqueName.toLowerCase() === "default");
  const search = new PresenceSearch(everything?.id, typeNames, transport);
  const listed = read.components.map(({ component, heldBy }) => ({ ...search.enter(component), heldBy }));
  const wanted = new Map(content.components.map((component) => [addressOf(component), wantedOf(component)]));
  const ends = requiredOf(content);
  const values = new Map(valuesOf(content).map((component) => [addressOf(component), wantedOf(component)]));
  const all = [...wanted.values(), ...ends.map(({ wanted: end }) => end), ...values.values()];
  await search.ask(all, signal, (done, total) => tell("presence", done, total));
  const presence = withDoubts(presenceOf(wanted, search), listed, wanted);
  return {
    package: content,
    family,
    presence,
    ...sorted(listed, presence),
    valuesHere: presenceOf(values, search),
    required: ends.map(({ required, wanted: end }) => withPresence(required, search.presenceOf(end))),
    unread: read.unread,
  };
}

/** The values that variables of the package may have. */
const valuesOf = ({ components }: IncomingPackage): IncomingComponent[] =>
  components.flatMap((component) =>
    platformTypeName(component.type) === "EnvironmentVariableDefinition" ? [valueOf(component)] : [],
  );

/** A value bears the name of its variable, and an id of its own that nobody knows. */
const valueOf = ({ id: _id, ...variable }: IncomingComponent): IncomingComponent => ({
  ...variable,
  type: ComponentType.EnvironmentVariableValue,
});

const presenceOf = (
  wanted: ReadonlyMap<ReleaseAddress, Wanted>,
  search: PresenceSearch,
): ReadonlyMap<ReleaseAddress, Presence> =>
  new Map([...wanted].map(([address, one]) => [address, search.presenceOf(one)]));

const withPresence = (required: RequiredComponent, presence: Presence): RequiredComponent => ({
  ...required,
  presence: presence.status,
  ...(presence.status === "unknown" && { why: presence.why }),
});

/**
 * Of kinds whose listed name need not be the key in packages, one that seems new and one that seems dropped may be the same:
 * neither is judged.
 */
function withDoubts(
  presence: ReadonlyMap<ReleaseAddress, Presence>,
  listed: readonly ReleaseMember[],
  wanted: ReadonlyMap<ReleaseAddress, Wanted>,
): ReadonlyMap<ReleaseAddress, Presence> {
  const met = metKeys(presence);
  const unmatched = new Set(
    listed.flatMap(({ component, heldBy }) =>
      heldBy.length > 0 && !met.has(component.key) && !isSurelyNamed(component.typeName) ? [component.typeName] : [],
    ),
  );
  return new Map(
    [...presence].map(([address, one]) => {
      const isDoubtful = one.status === "absent" && unmatched.has(wanted.get(address)?.typeName ?? "");
      return [address, isDoubtful ? { status: "unknown", why: { reason: "unreadable" } } : one];
    }),
  );
}

const metKeys = (presence: ReadonlyMap<ReleaseAddress, Presence>): ReadonlySet<ComponentKey> =>
  new Set([...presence.values()].flatMap((one) => (one.status === "present" ? [one.here.component.key] : [])));

/** Rows make members; of what only listings tell, what hangs below something dropped are its parts. */
function sorted(
  listed: readonly ReleaseMember[],
  presence: ReadonlyMap<ReleaseAddress, Presence>,
): Pick<ListedFacts, "members" | "implied" | "parts"> {
  const met = metKeys(presence);
  const wholes = new Set(listed.flatMap(({ component }) => (met.has(component.key) ? [] : [wholeOf(component) ?? ""])));
  const members = listed.filter(({ heldBy }) => heldBy.length > 0);
  const others = listed.filter(({ heldBy, component }) => heldBy.length === 0 && !met.has(component.key));
  const isPart = ({ component }: PresentComponent): boolean => wholes.has(partOf(component) ?? "none");
  return { members, parts: others.filter(isPart), implied: others.filter((one) => !isPart(one)) };
}

/** Members that only their layers prove. */
export function provenMembers(
  { implied, family }: ListedFacts,
  stacks: ReadonlyMap<ComponentKey, StackReading>,
): ReleaseMember[] {
  return implied.flatMap((one) => {
    const reading = stacks.get(one.component.key);
    // Where nobody can tell, it is one: its fate then is unknown, and said to be.
    if (reading?.status !== "read") return [{ ...one, heldBy: family.base ? [family.base.id] : [] }];
    const layers = new Set(reading.stack.layers.map(({ solution }) => solution));
    const heldBy = family.all.filter(({ uniqueName }) => layers.has(uniqueName)).map(({ id }) => id);
    return heldBy.length === 0 ? [] : [{ ...one, heldBy }];
  });
}

interface RequiredEnd {
  readonly required: RequiredComponent;
  readonly wanted: Wanted;
}

/** What the manifest says to be outside of the package, each once, without what the package brings after all (§13.1). */
function requiredOf({ manifest, components }: IncomingPackage): RequiredEnd[] {
  const brought = new Set(components.flatMap((component) => wantedOf(component).addresses));
  const ends = new Map<string, RequiredEnd>();
  for (const { required, dependent } of manifest.missingDependencies) {
    const wanted = wantedEnd({ ...required, dependents: [], presence: "absent" });
    const key = `${platformTypeName(required.type)} ${wanted.addresses.join("|")}`;
    if (wanted.addresses.some((address) => brought.has(address))) continue;
    const dependents = [...(ends.get(key)?.required.dependents ?? []), dependent];
    ends.set(key, { required: { ...required, dependents, presence: "unknown" }, wanted });
  }
  return [...ends.values()];
}

/** As the preview takes them. */
export const toPackageFacts = (
  listed: ListedFacts,
  stacks: ReadonlyMap<ComponentKey, StackReading>,
  rest: Pick<PackageFacts, "dependencies" | "values">,
): PackageFacts => ({
  package: listed.package,
  presence: listed.presence,
  members: [...listed.members, ...provenMembers(listed, stacks)],
  parts: listed.parts,
  required: listed.required,
  ...rest,
});
