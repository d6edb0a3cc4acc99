import type { ChangedSolutions } from "../../domain/health/agedFacts";
import { type Fact, readFact } from "../../domain/health/fact";
import type { HealthFacts } from "../../domain/health/healthFacts";
import type { SwitchedPart } from "../../domain/health/workingParts";
import type { Guid } from "../../domain/model/guid";
import { nameKey } from "../../domain/solutions/solutionNames";

/** What is known better after a deep scan: how parts that are off were shipped. */
const PARTS = ["steps", "processes", "serviceRules"] as const;

type Switches = Pick<HealthFacts, (typeof PARTS)[number]>;

interface Shipped {
  readonly shipped: SwitchedPart["shipped"];
  /** Solutions that hold it, by lower-case unique name. */
  readonly holders: readonly string[];
}

/**
 * How parts that are off were shipped, as a deep scan has found it: each later reading of the cheap parts leaves open
 * what needs a look at many layers. Holds until a solution that holds the part changes.
 */
export class ShippedMemory {
  private readonly known = new Map<Guid, Shipped>();

  learn(facts: Switches): void {
    for (const { id, shipped, solutions } of PARTS.flatMap((part) => partsIn(facts[part]))) {
      if (solutions !== undefined && isTold(shipped)) this.known.set(id, { shipped, holders: solutions.map(nameKey) });
    }
  }

  forget({ names }: ChangedSolutions): void {
    for (const [id, { holders }] of this.known) {
      if (holders.some((holder) => names.has(holder))) this.known.delete(id);
    }
  }

  /** The same facts, with what is known of the parts that were left open. */
  filled(facts: Switches): Switches {
    return Object.fromEntries(PARTS.map((part) => [part, this.filledFact(facts[part])])) as unknown as Switches;
  }

  private filledFact(fact: Fact<readonly SwitchedPart[]>): Fact<readonly SwitchedPart[]> {
    if (fact.status !== "read" || this.known.size === 0) return fact;
    const filled = (part: SwitchedPart): SwitchedPart => {
      const known = isTold(part.shipped) ? undefined : this.known.get(part.id);
      return known ? { ...part, shipped: known.shipped } : part;
    };
    return readFact(fact.value.map(filled), fact.readAt);
  }
}

const partsIn = (fact: Fact<readonly SwitchedPart[]>): readonly SwitchedPart[] =>
  fact.status === "read" ? fact.value : [];

const isTold = (shipped: SwitchedPart["shipped"]): boolean => shipped === "on" || shipped === "off";
