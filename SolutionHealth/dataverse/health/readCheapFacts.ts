import { type Fact, readFact, valueOf } from "../../domain/health/fact";
import type { HealthFacts } from "../../domain/health/healthFacts";
import { NO_FACTS } from "../../domain/health/noFacts";
import type { SwitchedPart, WorkingPart } from "../../domain/health/workingParts";
import type { Guid } from "../../domain/model/guid";
import { createAttribution } from "../../domain/health/attribution";
import { retrieveCurrentOrganization } from "../retrieveCurrentOrganization";
import { retrieveSolutionHistory } from "../retrieveSolutionHistory";
import { retrieveSolutions } from "../retrieveSolutions";
import type { Transport } from "../transport";
import { type PartHolders, readPartHolders } from "./partHolders";
import type { SwitchRow } from "./partRows";
import { readAsFact } from "./readAsFact";
import { type PartRows, readPartRows } from "./readPartRows";
import { readShippedStates } from "./shippedStates";

/** What somebody has read already, or is about to have read, so that it is not read again. */
export type GivenFacts = {
  readonly [P in "environment" | "solutions" | "history"]?: HealthFacts[P] | Promise<HealthFacts[P]>;
} & Pick<HealthFacts, "plans">;

export interface CheapReading {
  readonly now: () => Date;
  readonly signal?: AbortSignal;
  /** Told what is known so far, from the first answers on. */
  readonly onFacts?: (facts: HealthFacts) => void;
}

/** Parts that are off and whose layers are looked at here: four batches. The others are looked at on request. */
const MOST_LAYERS = 40;

/**
 * The parts that a few calls bring: at most eleven, three round trips deep (lists; whose the parts are; how they were
 * shipped). Each part fails by itself.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readCheapFacts(
  given: GivenFacts,
  transport: Transport,
  { now, signal, onFacts }: CheapReading,
): Promise<HealthFacts> {
  const [environment, solutions, history, rows] = await Promise.all([
    given.environment ?? readAsFact(() => retrieveCurrentOrganization(transport, signal), now),
    given.solutions ?? readAsFact(() => retrieveSolutions(transport, signal), now),
    given.history ?? readAsFact(() => retrieveSolutionHistory(transport, signal), now),
    readPartRows(transport, now, signal),
  ]);
  const lists: HealthFacts = { ...NO_FACTS, environment, solutions, history, plans: given.plans };
  onFacts?.(withReading(lists));
  const known = valueOf(solutions) ?? [];
  const holders = await readPartHolders(idsOf(rows), known, transport, signal);
  const attribution = createAttribution(known);
  const isOwnPart = ({ id }: SwitchRow): boolean => attribution.of(holders.get(id) ?? []) !== undefined;
  const off = offRows(rows).filter(isOwnPart).slice(0, MOST_LAYERS);
  const shipped = await readShippedStates(off, transport, signal && { signal });
  const switched = (fact: Fact<readonly SwitchRow[]>): Fact<readonly SwitchedPart[]> =>
    mapped(fact, (row) => withHolders({ ...row, shipped: shipped.get(row.id) ?? "notRead" }, holders));
  return {
    ...lists,
    steps: switched(rows.steps),
    processes: switched(rows.processes),
    owners: switched(rows.owners),
    serviceRules: switched(rows.serviceRules),
    connections: mapped(rows.connections, (row) => withHolders(row, holders)),
    variables: mapped(rows.variables, (row) => withHolders(row, holders)),
  };
}

const PARTS = ["steps", "processes", "owners", "serviceRules", "connections", "variables"] as const;

const withReading = (facts: HealthFacts): HealthFacts => ({
  ...facts,
  ...Object.fromEntries(PARTS.map((part) => [part, { status: "reading" } as const])),
});

const offRows = ({ steps, processes, serviceRules }: PartRows): SwitchRow[] =>
  [steps, processes, serviceRules].flatMap((fact) => valueOf(fact) ?? []);

/** Those that may be findings. */
function idsOf(rows: PartRows): Guid[] {
  const unbound = (valueOf(rows.connections) ?? []).filter(({ bound }) => !bound);
  const empty = (valueOf(rows.variables) ?? []).filter(({ hasValue }) => !hasValue);
  return [...offRows(rows), ...(valueOf(rows.owners) ?? []), ...unbound, ...empty].map(({ id }) => id);
}

function mapped<T, U>(fact: Fact<readonly T[]>, change: (value: T) => U): Fact<readonly U[]> {
  return fact.status === "read" ? readFact(fact.value.map(change), fact.readAt) : fact;
}

function withHolders<T extends WorkingPart>(part: T, holders: PartHolders): T {
  const solutions = holders.get(part.id);
  return solutions === undefined ? part : { ...part, solutions };
}
