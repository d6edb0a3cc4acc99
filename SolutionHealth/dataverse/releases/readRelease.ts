import type { AffectedComponent, StackReading } from "../../domain/consequences/affectedComponent";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { InstalledSolution } from "../../domain/model/solution";
import { doomedForDependencies } from "../../domain/releases/doomed";
import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import { addressOf } from "../../domain/releases/releaseAddress";
import type { PackageFacts, ReleaseFacts, UnreadReleaseFact } from "../../domain/releases/releaseFacts";
import type { ReleaseReadingStage } from "../../domain/releases/releaseStage";
import { requiredValues } from "../../domain/releases/requiredValues";
import { concernsOneRead } from "../errors";
import { retrieveOpenOperations } from "../operations/retrieveOpenOperations";
import { retrieveComponentTypes } from "../retrieveComponentTypes";
import { retrieveCurrentOrganization } from "../retrieveCurrentOrganization";
import { retrieveSolutions } from "../retrieveSolutions";
import { DependentNames } from "../rollbacks/dependentNames";
import { toNotKnown } from "../rollbacks/notKnown";
import { readDeletions } from "../rollbacks/readDependencies";
import { readStacks } from "../rollbacks/readStacks";
import type { TypeNames } from "../rollbacks/rollbackComponent";
import type { Transport } from "../transport";
import { type ListedFacts, readPackageFacts, toPackageFacts } from "./readPackageFacts";
import { retrieveLanguages } from "./retrieveLanguages";

export interface ReleaseReadingOptions {
  readonly signal?: AbortSignal;
  /** Told how far a stage is; a stage may begin again with another total. */
  readonly onProgress?: (stage: ReleaseReadingStage, done: number, total: number) => void;
}

type Stacks = ReadonlyMap<ComponentKey, StackReading>;

/**
 * Reads everything that the preview of a release is made of. Nothing is sent to the environment. The number of calls grows
 * with what packages hold and what they no longer hold, not with the environment: memberships, names and presence come by
 * lists, layers only of what a package describes and of what it drops.
 * @param packages in any order
 * @throws DataverseError where the solutions cannot be read, "cancelled", "signedOut"
 */
export async function readRelease(
  packages: readonly IncomingPackage[],
  transport: Transport,
  { signal = new AbortController().signal, onProgress }: ReleaseReadingOptions = {},
): Promise<ReleaseFacts> {
  const reading = new ReleaseReading(transport, signal, (stage, done, total) => onProgress?.(stage, done, total));
  return reading.read(packages);
}

class ReleaseReading {
  private readonly unread: UnreadReleaseFact[] = [];
  private stacks: Stacks = new Map();

  constructor(
    private readonly transport: Transport,
    private readonly signal: AbortSignal,
    private readonly tell: (stage: ReleaseReadingStage, done: number, total: number) => void,
  ) {}

  async read(packages: readonly IncomingPackage[]): Promise<ReleaseFacts> {
    const { transport, signal } = this;
    this.tell("solution", 0, 1);
    const [solutions, typeNames, environment, running, languages] = await Promise.all([
      retrieveSolutions(transport, signal),
      this.orUnread("types", retrieveComponentTypes(transport, signal)),
      this.orUnread("environment", retrieveCurrentOrganization(transport, signal)),
      this.orUnread("operations", retrieveOpenOperations(transport, signal)),
      this.orUnread("languages", retrieveLanguages(transport, signal)),
    ]);
    this.tell("solution", 1, 1);
    const found: PackageFacts[] = [];
    for (const content of packages) found.push(await this.readOne(content, solutions, typeNames));
    return {
      ...(environment && { environment }),
      ...(running && { running }),
      ...(languages && { languages }),
      solutions,
      packages: found,
      stacks: this.stacks,
      unread: this.unread,
      readAt: new Date(),
    };
  }

  private async orUnread<T>(what: UnreadReleaseFact["what"], read: Promise<T>): Promise<T | undefined> {
    try {
      return await read;
    } catch (error) {
      if (!concernsOneRead(error)) throw error;
      this.unread.push({ what, why: toNotKnown(error) });
      return undefined;
    }
  }

  private async readOne(
    content: IncomingPackage,
    solutions: readonly InstalledSolution[],
    typeNames: TypeNames | undefined,
  ): Promise<PackageFacts> {
    const { transport, signal, tell } = this;
    const listed = await readPackageFacts(content, { solutions, typeNames, transport, signal, tell });
    this.unread.push(...listed.unread);
    await this.readLayers(layersWanted(listed));
    const bare = toPackageFacts(listed, this.stacks, { dependencies: [], values: [] });
    const dependencies = await this.readDependencies(bare, solutions, typeNames ?? new Map());
    await this.readLayers(dependencies.map(({ dependent }) => dependent));
    return { ...bare, dependencies, values: requiredValues(bare, listed.valuesHere, this.stacks) };
  }

  private async readLayers(components: readonly AffectedComponent[]): Promise<void> {
    const fresh = new Map(components.map((component) => [component.key, component]));
    for (const key of this.stacks.keys()) fresh.delete(key);
    const read = await readStacks([...fresh.values()], this.transport, this.signal, (done, total) =>
      this.tell("layers", done, total),
    );
    this.stacks = new Map([...this.stacks, ...read]);
  }

  /** What stands in the way of deleting what the package drops, as far as it may be deleted. */
  private async readDependencies(
    facts: PackageFacts,
    solutions: readonly InstalledSolution[],
    typeNames: TypeNames,
  ): Promise<PackageFacts["dependencies"]> {
    const doomed = doomedForDependencies(facts, { solutions, stacks: this.stacks });
    this.tell("dependencies", 0, doomed.length);
    const { dependencies, unread } = await readDeletions(doomed, this.transport, this.signal);
    const { uniqueName } = facts.package.manifest;
    this.unread.push(
      ...unread.map(({ why }): UnreadReleaseFact => ({ what: "dependencies", solution: uniqueName, why })),
    );
    const here = [...facts.members, ...facts.parts, ...presentOf(facts)].map(({ component }) => component);
    const names = new DependentNames(here, typeNames, this.transport);
    await names.learn(
      dependencies.map(({ dependent }) => dependent),
      this.signal,
    );
    this.tell("dependencies", doomed.length, doomed.length);
    return dependencies.map(({ required, dependent }) => ({
      required,
      dependent: names.of(dependent),
      ...(dependent.baseSolutionId !== undefined && { dependentBaseSolutionId: dependent.baseSolutionId }),
    }));
  }
}

const presentOf = ({ presence }: Pick<PackageFacts, "presence">): PackageFacts["parts"] =>
  [...presence.values()].flatMap((one) => (one.status === "present" ? [one.here] : []));

/** What the package describes, what it drops, and what goes along; of mere mentions only what the solution has a layer on. */
function layersWanted({ package: content, presence, members, implied, parts }: ListedFacts): AffectedComponent[] {
  const held = new Set(members.map(({ component }) => component.key));
  const incoming = content.components.flatMap((component) => {
    const one = presence.get(addressOf(component));
    if (one?.status !== "present") return [];
    return !component.shell || held.has(one.here.component.key) ? [one.here] : [];
  });
  return [...incoming, ...members, ...implied, ...parts].map(({ component }) => component);
}
