import { DataverseError } from "../../dataverse/errors";
import { type KeptOverride, overrideBody, toAcceptedOverride } from "../../dataverse/memory/acceptedOverrideRows";
import { ACTIVE_ROW, createMemoryRow, deleteMemoryRow, updateMemoryRow } from "../../dataverse/memory/memoryWrites";
import { readMemoryRow } from "../../dataverse/memory/readMemoryRow";
import { rowId } from "../../dataverse/memory/rowId";
import type { Transport } from "../../dataverse/transport";
import { textOf } from "../../dataverse/wire";
import { componentKey, type ComponentKey } from "../../domain/layers/componentLayer";
import type { Guid } from "../../domain/model/guid";
import type { AcceptedOverride } from "../../domain/overrides/acceptedOverride";
import { createMemoryStorage } from "../overrides/acceptedList";
import type { AcceptedStorage } from "../overrides/model";
import { failureAsError } from "./failureAsError";
import { knownMemory, type MemorySource, type MemoryState } from "./model";

/**
 * Accepted overrides in the environment's own table, shared by all who administer it; in memory (and in files) where the
 * table is not installed.
 *
 * Only what was changed here is written: entries that colleagues have added since stay. Where two decide about one
 * component at the same time the later decision counts, and both see it.
 */
export function createAcceptedStorage(source: MemorySource, transport: Transport): AcceptedStorage {
  const alone = createMemoryStorage();
  const isAlone = (): boolean => ["absent", "idle"].includes(source.getState().status);
  return {
    isShared: () => !isAlone(),
    async load() {
      const state = await source.settled();
      if (state.status === "absent") return alone.load();
      return keptOf(state).map(({ entry }) => entry);
    },
    async save(entries, before) {
      if (isAlone() || (await source.settled()).status === "absent") return alone.save(entries, before);
      await writeChanges(entries, before, source, transport);
      return keptOf(source.getState()).map(({ entry }) => entry);
    },
    subscribe: (listener) => {
      let known = knownMemory(source.getState())?.memory.overrides;
      return source.subscribe(() => {
        const now = knownMemory(source.getState())?.memory.overrides;
        if (now === known) return;
        known = now;
        listener();
      });
    },
  };
}

function keptOf(state: MemoryState): readonly KeptOverride[] {
  const known = knownMemory(state);
  if (known) return latestOf(known.memory.overrides);
  throw state.status === "failed"
    ? failureAsError(state.failure)
    : new DataverseError("cancelled", "The accepted overrides have not been read.");
}

/** One entry a component: of two the later counts, as in `acceptedByComponent`. */
function latestOf(rows: readonly KeptOverride[]): KeptOverride[] {
  const latest = new Map<ComponentKey, KeptOverride>();
  for (const row of rows) {
    const other = latest.get(componentKey(row.entry));
    if (!other || isLater(row.entry, other.entry)) latest.set(componentKey(row.entry), row);
  }
  return [...latest.values()];
}

const isLater = (one: AcceptedOverride, other: AcceptedOverride): boolean =>
  Date.parse(one.acceptedOn) >= Date.parse(other.acceptedOn);

/** Writes what differs between the two lists, one row at a time. */
async function writeChanges(
  entries: readonly AcceptedOverride[],
  before: readonly AcceptedOverride[],
  source: MemorySource,
  transport: Transport,
): Promise<void> {
  const known = new Map(keptOf(source.getState()).map((row) => [componentKey(row.entry), row]));
  const earlier = new Map(before.map((entry) => [componentKey(entry), entry]));
  for (const entry of entries) {
    const key = componentKey(entry);
    if (earlier.get(key) !== entry) put(source, await writeEntry(entry, known.get(key), transport));
    earlier.delete(key);
  }
  for (const key of earlier.keys()) {
    const row = known.get(key);
    if (row) await withdraw(row, source, transport);
  }
}

/** Deletes an entry, unless somebody has accepted something new about the component since. */
async function withdraw(row: KeptOverride, source: MemorySource, transport: Transport): Promise<void> {
  const gone = { id: row.id, entry: undefined };
  try {
    await deleteMemoryRow("accepted", row.id, row.etag, transport);
    put(source, gone);
  } catch (error) {
    if (!isKind(error, "conflict")) throw error;
    put(source, toAcceptedOverride(await readMemoryRow("accepted", row.id, transport)) ?? gone);
  }
}

async function writeEntry(
  entry: AcceptedOverride,
  row: KeptOverride | undefined,
  transport: Transport,
): Promise<KeptOverride> {
  const id = row?.id ?? rowId("override", componentKey(entry));
  try {
    if (row) await updateMemoryRow("accepted", id, overrideBody(entry), row.etag, transport);
    else await createMemoryRow("accepted", id, overrideBody(entry), transport);
  } catch (error) {
    const theirs = await writeAfterOthers(entry, id, row !== undefined, error, transport);
    if (theirs) return theirs;
  }
  return toAcceptedOverride(await readMemoryRow("accepted", id, transport)) ?? { id, entry };
}

/**
 * What is decided here counts where the row was deleted, deactivated or made unreadable meanwhile; of two decisions the
 * later. Tried once: whoever is faster again is told as a conflict.
 * @returns the row of somebody else who decided later, which stays
 * @throws DataverseError, the error itself where nobody was faster
 */
async function writeAfterOthers(
  entry: AcceptedOverride,
  id: Guid,
  wasThere: boolean,
  error: unknown,
  transport: Transport,
): Promise<KeptOverride | undefined> {
  if (isKind(error, "notFound") && wasThere) {
    await createMemoryRow("accepted", id, overrideBody(entry), transport);
    return undefined;
  }
  if (!isKind(error, "conflict")) throw error;
  const row = await readMemoryRow("accepted", id, transport);
  const theirs = toAcceptedOverride(row);
  if (theirs && isLater(theirs.entry, entry)) return theirs;
  const body = { ...overrideBody(entry), ...ACTIVE_ROW };
  await updateMemoryRow("accepted", id, body, textOf(row, "@odata.etag"), transport);
  return undefined;
}

const isKind = (error: unknown, kind: DataverseError["kind"]): boolean =>
  error instanceof DataverseError && error.kind === kind;

interface Change {
  readonly id: string;
  readonly etag?: string;
  readonly entry: AcceptedOverride | undefined;
}

function put(source: MemorySource, { id, etag, entry }: Change): void {
  source.put((memory) => ({
    ...memory,
    overrides: [
      ...memory.overrides.filter((other) => other.id !== id),
      ...(entry ? [{ id, entry, ...(etag !== undefined && { etag }) }] : []),
    ],
  }));
}
