import { createAttribution } from "../../domain/health/attribution";
import type { Fact } from "../../domain/health/fact";
import { readFact, valueOf } from "../../domain/health/fact";
import type { DeepPart, HealthFacts } from "../../domain/health/healthFacts";
import type { SwitchedPart } from "../../domain/health/workingParts";
import type { InstalledSolution } from "../../domain/model/solution";
import type { Transport } from "../transport";
import type { SwitchRow } from "./partRows";
import { readAsFact } from "./readAsFact";
import { readMissingDependencies } from "./readMissingDependencies";
import { readStackFacts } from "./readStackFacts";
import { readUnmanaged } from "./readUnmanaged";
import { readShippedStates } from "./shippedStates";

/** Parts that are read here; overrides come from their own scan. */
export type DeepStage = Exclude<DeepPart, "overrides"> | "shipped";

export interface DeepFactsOptions {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  readonly onProgress?: (stage: DeepStage, done: number, total: number) => void;
  /** Told after each stage what is known by then. */
  readonly onFacts?: (facts: HealthFacts) => void;
}

/**
 * The parts that need a look at each solution or at many components, one after the other; each fails by itself. What was
 * read before a cancellation has been told.
 * @param facts with the solutions read @throws DataverseError "cancelled" or "signedOut"
 */
export async function readDeepFacts(
  facts: HealthFacts,
  transport: Transport,
  { now, signal, onProgress = () => undefined, onFacts = () => undefined }: DeepFactsOptions,
): Promise<HealthFacts> {
  const solutions: readonly InstalledSolution[] = valueOf(facts.solutions) ?? [];
  const reading = (stage: DeepStage) => ({
    signal,
    onProgress: (done: number, total: number) => onProgress(stage, done, total),
  });
  let known = await withShippedStates(facts, transport, reading("shipped"));
  const tell = (more: Partial<HealthFacts>): void => onFacts((known = { ...known, ...more }));
  tell({});
  tell({
    dependencies: await readAsFact(() => readMissingDependencies(solutions, transport, reading("dependencies")), now),
  });
  tell({ unmanaged: await readAsFact(() => readUnmanaged(solutions, transport, reading("unmanaged")), now) });
  tell({ stacks: await readAsFact(() => readStackFacts(solutions, transport, reading("stacks")), now) });
  return known;
}

/** Looks at the layers of parts that are off and were too many at first. */
async function withShippedStates(
  facts: HealthFacts,
  transport: Transport,
  reading: { readonly signal: AbortSignal; readonly onProgress: (done: number, total: number) => void },
): Promise<HealthFacts> {
  const parts = [facts.steps, facts.processes, facts.serviceRules].flatMap((fact) => valueOf(fact) ?? []);
  const attribution = createAttribution(valueOf(facts.solutions) ?? []);
  const open = parts.filter(isOpen).filter(({ solutions = [] }) => attribution.of(solutions) !== undefined);
  if (open.length === 0) return facts;
  const states = await readShippedStates(open, transport, { ...reading, lane: "background" });
  const told = (fact: Fact<readonly SwitchedPart[]>): Fact<readonly SwitchedPart[]> =>
    fact.status === "read"
      ? readFact(
          fact.value.map((part) => ({ ...part, shipped: states.get(part.id) ?? part.shipped })),
          fact.readAt,
        )
      : fact;
  return {
    ...facts,
    steps: told(facts.steps),
    processes: told(facts.processes),
    serviceRules: told(facts.serviceRules),
  };
}

const isOpen = (part: SwitchedPart): part is SwitchedPart & SwitchRow =>
  (part.shipped === "notRead" || part.shipped === "unknown") && part.state === "off" && part.type !== undefined;
