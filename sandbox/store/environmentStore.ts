import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { Collection } from "./collection";
import type { EnvironmentState, StoredComponent, StoredMembership, StoredSolution } from "./model";

/** What may be asked of an environment without reading whole arrays. */
export interface EnvironmentReader {
  component(id: Guid): StoredComponent | undefined;
  /** @param key lower case, see `ComponentKey` of the package room. */
  find(type: number, key: string): StoredComponent | undefined;
  /** Columns, forms, views, … of a table. Logical name in. */
  componentsOfTable(table: string): StoredComponent[];
  /** Components that name this one in any of their layers, whether or not that layer is in force. */
  referrersOf(component: StoredComponent): StoredComponent[];
  solution(id: Guid): StoredSolution | undefined;
  /** Case-insensitive, as the platform compares (§1.6). */
  solutionNamed(uniqueName: string): StoredSolution | undefined;
  membershipsOf(componentId: Guid): StoredMembership[];
  membershipsIn(solutionId: Guid): StoredMembership[];
}

interface Snapshot {
  readonly components: ReadonlyMap<string, StoredComponent>;
  readonly memberships: ReadonlyMap<string, StoredMembership>;
  readonly rest: Pick<
    EnvironmentState,
    "publishers" | "solutions" | "stagedUploads" | "rows" | "environmentTypes" | "nextVersionNumber"
  >;
}

/** The key under which {@link EnvironmentReader.find} knows a component. */
function componentAddress(type: number, key: string): string {
  return `${String(type)}|${key}`;
}

function referenceAddresses(component: StoredComponent): string[] {
  return Object.values(component.references).flatMap((references) =>
    references.map((reference) => componentAddress(reference.type, reference.key)),
  );
}

/**
 * The state of an environment with indexes over its two large parts, components and memberships. Everything written is
 * replaced, never changed in place, so that a failed operation is undone by going back to the old maps.
 */
export class EnvironmentStore implements EnvironmentReader {
  /** The whole state. Components and memberships are read through to the collections. */
  readonly state: EnvironmentState;
  private readonly components: Collection<StoredComponent, "address" | "table" | "reference">;
  private readonly memberships: Collection<StoredMembership, "solution" | "component">;

  constructor(initial: EnvironmentState) {
    const components = new Collection<StoredComponent, "address" | "table" | "reference">(
      {
        address: (item) => [componentAddress(item.type, item.key)],
        table: (item) => (item.table === undefined ? [] : [item.table]),
        reference: referenceAddresses,
      },
      initial.components,
    );
    const memberships = new Collection<StoredMembership, "solution" | "component">(
      { solution: (item) => [item.solutionId], component: (item) => [item.componentId] },
      initial.memberships,
    );
    this.components = components;
    this.memberships = memberships;
    this.state = {
      ...initial,
      get components() {
        return components.all() as StoredComponent[];
      },
      get memberships() {
        return memberships.all() as StoredMembership[];
      },
    };
  }

  component(id: Guid): StoredComponent | undefined {
    return this.components.get(id);
  }

  find(type: number, key: string): StoredComponent | undefined {
    return this.components.first("address", componentAddress(type, key));
  }

  componentsOfTable(table: string): StoredComponent[] {
    return this.components.by("table", table);
  }

  referrersOf(component: StoredComponent): StoredComponent[] {
    return this.components.by("reference", componentAddress(component.type, component.key));
  }

  solution(id: Guid): StoredSolution | undefined {
    return this.state.solutions.find((solution) => solution.id === id);
  }

  solutionNamed(uniqueName: string): StoredSolution | undefined {
    const wanted = uniqueName.toLowerCase();
    return this.state.solutions.find((solution) => solution.uniqueName.toLowerCase() === wanted);
  }

  membershipsOf(componentId: Guid): StoredMembership[] {
    return this.memberships.by("component", componentId);
  }

  membershipsIn(solutionId: Guid): StoredMembership[] {
    return this.memberships.by("solution", solutionId);
  }

  putComponent(component: StoredComponent): void {
    this.components.put(component);
  }

  deleteComponent(id: Guid): void {
    this.components.delete(id);
  }

  putMembership(membership: StoredMembership): void {
    this.memberships.put(membership);
  }

  deleteMembership(id: Guid): void {
    this.memberships.delete(id);
  }

  /** Adds the solution, or replaces the row with its id. */
  putSolution(solution: StoredSolution): void {
    const others = this.state.solutions;
    this.state.solutions = others.some((other) => other.id === solution.id)
      ? others.map((other) => (other.id === solution.id ? solution : other))
      : [...others, solution];
  }

  deleteSolution(id: Guid): void {
    this.state.solutions = this.state.solutions.filter((solution) => solution.id !== id);
  }

  nextVersionNumber(): number {
    this.state.nextVersionNumber += 1;
    return this.state.nextVersionNumber;
  }

  /**
   * Runs the work; when it throws, everything is as before, except history, import jobs and asynchronous operations,
   * which are kept by whoever reports the failure.
   */
  transaction<T>(work: () => T): T {
    const snapshot = this.snapshot();
    try {
      return work();
    } catch (error) {
      this.components.restore(snapshot.components);
      this.memberships.restore(snapshot.memberships);
      Object.assign(this.state, snapshot.rest);
      throw error;
    }
  }

  private snapshot(): Snapshot {
    const { publishers, solutions, stagedUploads, rows, environmentTypes, nextVersionNumber } = this.state;
    return {
      components: this.components.snapshot(),
      memberships: this.memberships.snapshot(),
      rest: {
        publishers: [...publishers],
        solutions: [...solutions],
        stagedUploads: [...stagedUploads],
        rows: { ...rows },
        environmentTypes: { ...environmentTypes },
        nextVersionNumber,
      },
    };
  }
}
