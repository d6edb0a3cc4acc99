import { concernsOneRead } from "../../dataverse/errors";
import { readMemory } from "../../dataverse/memory/readMemory";
import type { Transport } from "../../dataverse/transport";
import type { Guid } from "../../domain/model/guid";
import { toFailure } from "../failure";
import { createCell } from "../overrides/cell";
import { knownMemory, type MemorySource, type MemoryState } from "./model";

/** @param userId whose privileges count */
export function createMemorySource(transport: Transport, userId: (signal: AbortSignal) => Promise<Guid>): MemorySource {
  const cell = createCell<{ readonly state: MemoryState }>({ state: { status: "idle" } });
  const session = new AbortController();
  let running: Promise<MemoryState> | undefined;

  async function read(): Promise<MemoryState> {
    const previous = knownMemory(cell.get().state);
    cell.update({ state: { status: "loading", ...(previous && { previous }) } });
    const state = await readState(transport, userId, session.signal).catch((error: unknown): MemoryState => {
      return { status: "failed", failure: toFailure(error), ...(previous && { previous }) };
    });
    running = undefined;
    cell.update({ state });
    return state;
  }

  return {
    getState: () => cell.get().state,
    subscribe: cell.subscribe,
    load: () => (running ??= read()),
    settled: () => running ?? settled(cell),
    put(change) {
      const { state } = cell.get();
      const known = knownMemory(state);
      if (known) cell.update({ state: { ...known, status: "ready", memory: change(known.memory) } });
    },
    dispose() {
      session.abort();
      cell.close();
    },
  };
}

async function readState(
  transport: Transport,
  userId: (signal: AbortSignal) => Promise<Guid>,
  signal: AbortSignal,
): Promise<MemoryState> {
  const user = await userId(signal).catch((error: unknown) => {
    if (!concernsOneRead(error)) throw error;
    return undefined;
  });
  const reading = await readMemory(user, transport, signal);
  return reading === undefined ? { status: "absent" } : { status: "ready", ...reading };
}

interface Source {
  readonly get: () => { readonly state: MemoryState };
  readonly subscribe: (listener: () => void) => () => void;
}

const isSettled = ({ status }: MemoryState): boolean => status !== "idle" && status !== "loading";

function settled(cell: Source): Promise<MemoryState> {
  if (isSettled(cell.get().state)) return Promise.resolve(cell.get().state);
  return new Promise((resolve) => {
    const stop = cell.subscribe(() => {
      const { state } = cell.get();
      if (!isSettled(state)) return;
      stop();
      resolve(state);
    });
  });
}
