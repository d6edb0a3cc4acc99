import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { type MainForms, unreadForms } from "../../domain/consequences/mainForms";
import { heldJointly } from "../../domain/rollbacks/heldJointly";
import { layerContext, needsLayers } from "../../domain/rollbacks/layersNeeded";
import { leavingSolutions } from "../../domain/rollbacks/leavingSolutions";
import { tablesToAskForForms } from "../../domain/rollbacks/previewRollback";
import type {
  RollbackComponent,
  RollbackFacts,
  RollbackMember,
  StackReading,
  UnreadFact,
} from "../../domain/rollbacks/rollbackFacts";
import { concernsOneRead } from "../errors";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import { retrieveMainForms } from "../retrieveMainForms";
import { retrieveSolutions } from "../retrieveSolutions";
import type { Transport } from "../transport";
import { type CollectedMembers, collectMembers } from "./collectMembers";
import { readDependencyFacts } from "./readDependencyFacts";
import { toNotKnown } from "./notKnown";
import { readStacks } from "./readStacks";
import { hasTypeName, type TypeNames } from "./rollbackComponent";
import type { RollbackReadingStage, Tell } from "./rollbackStage";

export interface RollbackReadingOptions {
  readonly signal?: AbortSignal;
  /** Told how far a stage is; a stage may begin again with another total. */
  readonly onProgress?: (stage: RollbackReadingStage, done: number, total: number) => void;
}

/**
 * Reads everything that the preview of an uninstall is made of, in as few calls as it takes: memberships and names by
 * lists, layers only of those that need them, dependencies by solution. What could not be read is told in `unread`, or
 * as an unknown stack: never as something that is not there.
 * @param targets managed solutions and patches
 * @throws DataverseError where the solutions cannot be read, "cancelled", "signedOut"
 */
export async function readRollback(
  targets: readonly Guid[],
  transport: Transport,
  { signal = new AbortController().signal, onProgress }: RollbackReadingOptions = {},
): Promise<RollbackFacts> {
  const tell: Tell = (stage, done, total) => onProgress?.(stage, done, total);
  const [solutions, types] = await Promise.all([
    retrieveSolutions(transport, signal),
    readTypeNames(transport, signal),
  ]);
  const leaving = leavingSolutions(solutions, targets).solutions;
  const { typeNames } = types;
  const collected = await collectMembers({ solutions, leaving, typeNames }, transport, signal, tell);
  const stacks = await readLayersOf(membersToRead(collected, solutions, targets), new Map(), transport, signal, tell);
  const members = withoutQuestions(collected, stacks, leaving);
  const { dependencies, unread } = await readDependencyFacts(
    { leaving, members, stacks, typeNames, jointly: heldJointly({ solutions, targets, members, stacks }) },
    transport,
    signal,
    (done, total) => tell("dependencies", done, total),
  );
  // Where to mend a blocker is for the layers of the dependent to say (fact sheet §8.3).
  const dependents = dependencies.map(({ dependent }) => dependent);
  const known = {
    solutions,
    targets,
    members,
    stacks: await readLayersOf(dependents, stacks, transport, signal, tell),
    dependencies,
  };
  const forms = await readMainForms(known, transport, signal);
  const typesUnread = unreadTypes(types, [...members.map(toComponent), ...dependents]);
  return {
    ...known,
    mainForms: forms.mainForms,
    unread: [...collected.unread, ...unread, ...forms.unread, ...typesUnread],
    readAt: new Date(),
  };
}

interface MainFormsRead {
  readonly mainForms: MainForms;
  readonly unread: readonly UnreadFact[];
}

/** Main forms that are here, whoever brought them, where the last one of a table that stays may go. */
async function readMainForms(
  known: Parameters<typeof tablesToAskForForms>[0],
  transport: Transport,
  signal: AbortSignal,
): Promise<MainFormsRead> {
  const mainForms = await retrieveMainForms(tablesToAskForForms(known), transport, signal);
  return { mainForms, unread: unreadForms(mainForms).map((one) => ({ what: "forms", ...one })) };
}

type Stacks = ReadonlyMap<ComponentKey, StackReading>;

const toComponent = ({ component }: RollbackMember): RollbackComponent => component;

/** @returns the layers known so far and those of the components, each read once */
async function readLayersOf(
  components: readonly RollbackComponent[],
  known: Stacks,
  transport: Transport,
  signal: AbortSignal,
  tell: Tell,
): Promise<Stacks> {
  const unread = new Map(
    components.flatMap((component) => (known.has(component.key) ? [] : [[component.key, component] as const])),
  );
  const read = await readStacks([...unread.values()], transport, signal, (done, total) => tell("layers", done, total));
  return new Map([...known, ...read]);
}

/** Those whose fate only layers tell, and those of which memberships do not tell enough. */
function membersToRead(
  { members, open, questions }: CollectedMembers,
  solutions: readonly InstalledSolution[],
  targets: readonly Guid[],
): RollbackComponent[] {
  const context = layerContext(members, solutions, targets);
  return members
    .filter((member) => needsLayers(member, context) || open.has(member) || questions.has(member))
    .map(toComponent);
}

/** A part without a membership row is a member where a leaving solution has a layer on it, or where nobody can tell. */
function withoutQuestions(
  { members, questions }: CollectedMembers,
  stacks: Stacks,
  leaving: readonly InstalledSolution[],
): RollbackMember[] {
  return members.flatMap((member) => {
    const reading = stacks.get(member.component.key);
    if (!questions.has(member) || reading?.status !== "read") return [member];
    const layers = new Set(reading.stack.layers.map(({ solution }) => solution));
    const heldBy = leaving.filter(({ uniqueName }) => layers.has(uniqueName)).map(({ id }) => id);
    return heldBy.length === 0 ? [] : [{ ...member, heldBy }];
  });
}

interface TypesRead {
  readonly typeNames: TypeNames;
  readonly unread: readonly UnreadFact[];
}

async function readTypeNames(transport: Transport, signal: AbortSignal): Promise<TypesRead> {
  try {
    return { typeNames: await retrieveComponentTypes(transport, signal), unread: [] };
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return { typeNames: new Map(), unread: [{ what: "types", why: toNotKnown(error) }] };
  }
}

/** Names of types that nothing here needed are not missed. */
const unreadTypes = ({ unread }: TypesRead, components: readonly RollbackComponent[]): readonly UnreadFact[] =>
  components.every(hasTypeName) ? [] : unread;
