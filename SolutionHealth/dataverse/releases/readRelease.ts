import type { AffectedComponent, StackReading } from "../../domain/consequences/affectedComponent";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { InstalledSolution } from "../../domain/model/solution";
import { doomedForDependencies } from "../../domain/releases/doomed";
import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import type {
  PackageFacts,
  PartialFacts,
  PresentComponent,
  ReleaseFacts,
  UnreadReleaseFact,
} from "../../domain/releases/releaseFacts";
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
import { concludeStacks } from "./concludeStacks";
import { readMainForms } from "./readMainForms";
import { type ListedFacts, readPackageFacts, toPackageFacts } from "./readPackageFacts";
import { inOrder, layersWanted } from "./layerOrder";
import { retrieveLanguages } from "./retrieveLanguages";

export interface ReleaseReadingOptions {
  readonly signal?: AbortSignal;
  /** Told how far a stage is; a stage may begin again with another total. */
  readonly onProgress?: (stage: ReleaseReadingStage, done: number, total: number) => void;
  /**
   * Told what is known before layers are read, and what was where the reading is cancelled: what was not looked at is unknown
   * in there, never unchanged.
   */
  readonly onFacts?: (facts: PartialFacts) => void;
  /** What an earlier reading of the same packages was told: these layers are not read again. */
  readonly known?: Pick<ReleaseFacts, "stacks" | "concluded"> | undefined;
}

/**
 * Reads everything that the preview of a release is made of. Nothing is sent to the environment. The number of calls grows
 * with what packages hold and what they no longer hold, not with the environment: memberships, names and presence come by
 * lists, layers only of what a package describes and of what it drops, without what lists prove to be unchanged.
 * @param packages in any order
 * @throws DataverseError where the solutions cannot be read, "cancelled", "signedOut"
 */
export async function readRelease(
  packages: readonly IncomingPackage[],
  transport: Transport,
  { signal = new AbortController().signal, onProgress, onFacts, known }: ReleaseReadingOptions = {},
): Promise<ReleaseFacts> {
  const tell: Tell = (stage, done, total) => onProgress?.(stage, done, total);
  return new ReleaseReading(transport, signal, tell, onFacts, known).read(packages);
}

type Tell = (stage: ReleaseReadingStage, done: number, total: number) => void;

/** What is known of the environment whatever the packages are. */
type Surroundings = Pick<ReleaseFacts, "environment" | "languages" | "running" | "solutions"> & {
  readonly typeNames: TypeNames | undefined;
};

class ReleaseReading {
  private readonly unread: UnreadReleaseFact[] = [];
  private readonly stacks: Map<ComponentKey, StackReading>;
  private readonly concluded: Set<ComponentKey>;
  private readonly found: PackageFacts[] = [];

  constructor(
    private readonly transport: Transport,
    private readonly signal: AbortSignal,
    private readonly tell: Tell,
    private readonly onFacts: ReleaseReadingOptions["onFacts"],
    known: ReleaseReadingOptions["known"],
  ) {
    // What could not be read is tried again.
    this.stacks = new Map([...(known?.stacks ?? [])].filter(([, { status }]) => status === "read"));
    this.concluded = new Set(known?.concluded);
  }

  async read(packages: readonly IncomingPackage[]): Promise<ReleaseFacts> {
    const around = await this.readSurroundings();
    for (const content of packages) this.found.push(await this.readOne(content, around));
    return this.factsWith(around);
  }

  private async readSurroundings(): Promise<Surroundings> {
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
    return {
      solutions,
      typeNames,
      ...(environment && { environment }),
      ...(running && { running }),
      ...(languages && { languages }),
    };
  }

  /** @param more a package that is not read to the end */
  private factsWith(
    { typeNames: _typeNames, ...around }: Surroundings,
    more: readonly PackageFacts[] = [],
  ): ReleaseFacts {
    return {
      ...around,
      packages: [...this.found, ...more],
      stacks: new Map(this.stacks),
      concluded: new Set(this.concluded),
      unread: [...this.unread],
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

  private async readOne(content: IncomingPackage, around: Surroundings): Promise<PackageFacts> {
    const { transport, signal, tell } = this;
    const listed = await readPackageFacts(content, { ...around, transport, signal, tell }).catch((error: unknown) => {
      // What was read of the packages before is still true.
      if (signal.aborted && this.found.length > 0) this.onFacts?.({ ...this.factsWith(around), notRead: 0 });
      throw error;
    });
    this.unread.push(...listed.unread);
    const wanted = layersWanted(listed);
    try {
      const otherwise = await this.conclude(listed, around);
      this.tellFacts(listed, around, wanted);
      await this.readLayers(inOrder(wanted, listed, otherwise));
      return await this.withDependencies(listed, around);
    } catch (error) {
      if (signal.aborted) this.tellFacts(listed, around, wanted);
      throw error;
    }
  }

  private async withDependencies(listed: ListedFacts, around: Surroundings): Promise<PackageFacts> {
    const bare = this.bare(listed);
    const dependencies = await this.readDependencies(bare, around.solutions, around.typeNames ?? new Map());
    await this.readLayers(dependencies.map(({ dependent }) => dependent));
    const known = { solutions: around.solutions, stacks: this.stacks };
    const { mainForms, unread } = await readMainForms(bare, known, this.transport, this.signal);
    this.unread.push(...unread);
    return { ...bare, dependencies, values: requiredValues(bare, listed.valuesHere, this.stacks), mainForms };
  }

  private bare(listed: ListedFacts): PackageFacts {
    return toPackageFacts(listed, this.stacks, { dependencies: [], values: [] });
  }

  private tellFacts(listed: ListedFacts, around: Surroundings, wanted: readonly PresentComponent[]): void {
    if (!this.onFacts) return;
    const bare = this.bare(listed);
    const values = requiredValues(bare, listed.valuesHere, this.stacks);
    const { uniqueName: solution } = listed.package.manifest;
    const open: UnreadReleaseFact = { what: "dependencies", solution, why: { reason: "notRead" } };
    const facts = this.factsWith(around, [{ ...bare, values }]);
    const notRead = new Set(wanted.flatMap(({ component: { key } }) => (this.stacks.has(key) ? [] : [key]))).size;
    this.onFacts({ ...facts, unread: [...facts.unread, open], notRead });
  }

  /** @returns components that are known to say something else than the package */
  private async conclude(
    listed: ListedFacts,
    { solutions, languages }: Surroundings,
  ): Promise<ReadonlySet<ComponentKey>> {
    const { transport, signal, tell } = this;
    const onProgress = (done: number, total: number): void => tell("holders", done, total);
    const ground = { solutions, languages, transport, signal, onProgress };
    const { stacks, otherwise } = await concludeStacks(listed, ground);
    for (const [key, reading] of stacks) {
      if (this.stacks.has(key)) continue;
      this.stacks.set(key, reading);
      this.concluded.add(key);
    }
    return otherwise;
  }

  private async readLayers(components: readonly AffectedComponent[]): Promise<void> {
    const fresh = new Map(components.map((component) => [component.key, component]));
    for (const key of this.stacks.keys()) fresh.delete(key);
    const onProgress = (done: number, total: number): void => this.tell("layers", done, total);
    await readStacks([...fresh.values()], this.transport, this.signal, onProgress, this.stacks);
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
