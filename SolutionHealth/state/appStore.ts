import type { Clock } from "../dataverse/clock";
import type { Fetch } from "../dataverse/exchange";
import { retrieveComponentTypes } from "../dataverse/retrieveComponentTypes";
import { retrieveCurrentOrganization } from "../dataverse/retrieveCurrentOrganization";
import { retrievePrivileges } from "../dataverse/retrievePrivileges";
import { retrieveSolutionHistory } from "../dataverse/retrieveSolutionHistory";
import { retrieveSolutions } from "../dataverse/retrieveSolutions";
import { retrieveUser } from "../dataverse/retrieveUser";
import { type Transport, createTransport } from "../dataverse/transport";
import { type Guid, normaliseGuid } from "../domain/model/guid";
import { withCall } from "./callList";
import { createComponentLists } from "./componentLists";
import type { AppState, AppStore } from "./model";
import { type Part, type PartName, type PartValue, createPart } from "./part";
import { latest } from "./resource";
import { type StateCell, createStateCell } from "./stateCell";
import { createUserIdSource } from "./userIdSource";

/** What the store needs from outside. */
export interface StorePorts {
  /** Address of the environment, as the host gives it. */
  readonly clientUrl: string;
  readonly fetch: Fetch;
  readonly clock: Clock;
  /** Id of the signed-in user as the host gives it, in any form; asked of the server where it is missing. */
  readonly userId?: string;
}

/** Privileges the pages ask about (fact sheet §12). */
const CHECKED_PRIVILEGES = [
  "prvReadSolution",
  "prvDeleteSolution",
  "prvImportCustomization",
  "prvPublishCustomization",
  "prvWriteCustomization",
] as const;

/**
 * Requests of the page at once: all that the first page asks for before it knows anything. Without HTTP/2 the browser
 * sends six of them at a time.
 */
const AT_ONCE = 8;

/** Parts read at the start and on refresh, all at the same time. */
const FIRST_PARTS = ["environment", "user", "privileges", "solutions", "history"] as const;

const NOTHING_YET: AppState = {
  environment: { status: "idle" },
  user: { status: "idle" },
  privileges: { status: "idle" },
  solutions: { status: "idle" },
  history: { status: "idle" },
  components: new Map(),
  typeNames: { status: "idle" },
  calls: [],
};

/** State and connection that the stores of one page share. */
export interface StoreBase {
  readonly cell: StateCell;
  readonly transport: Transport;
}

export function createStoreBase(ports: StorePorts): StoreBase {
  const cell = createStateCell(NOTHING_YET);
  return { cell, transport: connect(ports, cell) };
}

/** The store of the whole product. Nothing is read before `refresh()` is called for the first time. */
export function createAppStore(ports: StorePorts, { cell, transport } = createStoreBase(ports)): AppStore {
  const lists = createComponentLists(transport, cell, ports.clock);
  const session = new AbortController();
  const parts = createParts(transport, ports, cell, session.signal, (before, now) => lists.keepUnchanged(before, now));

  return {
    getState: cell.get,
    subscribe: cell.subscribe,
    refresh: () => FIRST_PARTS.forEach((name) => void parts[name].load()),
    retry: (name) => void parts[name].load(),
    loadComponents(solutionId) {
      void lists.load(solutionId);
      // Names of types are the same all session long: read with the first components, again only after a failure.
      const { status } = cell.get().typeNames;
      if (status === "idle" || status === "failed") void parts.typeNames.load();
    },
    cancelComponents: lists.cancel,
    dispose() {
      cell.close();
      session.abort();
      lists.abort();
      Object.values(parts).forEach((part) => part.abort());
    },
  };
}

function connect({ clientUrl, fetch, clock }: StorePorts, cell: StateCell): Transport {
  return createTransport({
    baseUrl: clientUrl,
    fetch,
    clock,
    concurrency: AT_ONCE,
    onCall: (record) => cell.update({ calls: withCall(cell.get().calls, record) }),
    onThrottle: (seconds) =>
      seconds === undefined ? cell.forget("throttledFor") : cell.update({ throttledFor: seconds }),
  });
}

type Solutions = PartValue<"solutions">;

function createParts(
  transport: Transport,
  { clock, userId }: StorePorts,
  cell: StateCell,
  session: AbortSignal,
  onSolutions: (before: Solutions, now: Solutions) => void,
): Readonly<Record<PartName, Part>> {
  const user = createUserIdSource(userId === undefined ? undefined : normaliseGuid(userId), transport, session);
  const part = <P extends PartName>(name: P, read: (signal: AbortSignal) => Promise<PartValue<P>>): Part =>
    createPart(name, read, cell, clock);
  const forUser = <T>(read: (id: Guid, signal: AbortSignal) => Promise<T>) => {
    return async (signal: AbortSignal): Promise<T> => read(await user(signal), signal);
  };

  return {
    environment: part("environment", (signal) => retrieveCurrentOrganization(transport, signal)),
    user: part(
      "user",
      forUser((id, signal) => retrieveUser(id, transport, signal)),
    ),
    privileges: part(
      "privileges",
      forUser((id, signal) => retrievePrivileges(id, CHECKED_PRIVILEGES, transport, signal)),
    ),
    solutions: part("solutions", async (signal) => {
      const before = latest(cell.get().solutions) ?? [];
      const now = await retrieveSolutions(transport, signal);
      if (!signal.aborted) onSolutions(before, now);
      return now;
    }),
    history: part("history", (signal) => retrieveSolutionHistory(transport, signal)),
    typeNames: part("typeNames", (signal) => retrieveComponentTypes(transport, signal)),
  };
}
