import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { layerContext, needsLayers } from "../../domain/rollbacks/layersNeeded";
import { leavingSolutions } from "../../domain/rollbacks/leavingSolutions";
import type { RollbackFacts, RollbackMember, StackReading, UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { concernsOneRead } from "../errors";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import { retrieveSolutions } from "../retrieveSolutions";
import type { Transport } from "../transport";
import { type CollectedMembers, collectMembers } from "./collectMembers";
import { DependencyRounds } from "./dependencyRounds";
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
  const onLayers = (done: number, total: number): void => tell("layers", done, total);
  const asked = membersToRead(collected, solutions);
  const stacks = await readStacks(
    asked.map(({ component }) => component),
    transport,
    signal,
    onLayers,
  );
  const members = withoutQuestions(collected, stacks, leaving);
  const facts = { solutions, targets, members, stacks, dependencies: [], unread: collected.unread };
  const rounds = new DependencyRounds({ ...facts, readAt: new Date() }, leaving, typeNames, transport);
  const whole = await rounds.read(signal, tell);
  return { ...whole, unread: [...whole.unread, ...unreadTypes(types, whole)], readAt: new Date() };
}

/** Those whose fate only layers tell, and those of which memberships do not tell enough. */
function membersToRead(
  { members, open, questions }: CollectedMembers,
  solutions: readonly InstalledSolution[],
): RollbackMember[] {
  const context = layerContext(members, solutions);
  return members.filter((member) => needsLayers(member, context) || open.has(member) || questions.has(member));
}

/** A part without a membership row is a member where a leaving solution has a layer on it, or where nobody can tell. */
function withoutQuestions(
  { members, questions }: CollectedMembers,
  stacks: ReadonlyMap<ComponentKey, StackReading>,
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
function unreadTypes({ unread }: TypesRead, { members, dependencies }: RollbackFacts): readonly UnreadFact[] {
  const components = [...members.map(({ component }) => component), ...dependencies.map(({ dependent }) => dependent)];
  return components.every(hasTypeName) ? [] : unread;
}
