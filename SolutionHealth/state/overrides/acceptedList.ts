import { acceptedByComponent } from "../../domain/overrides/acceptance";
import type { AcceptedOverride } from "../../domain/overrides/acceptedOverride";
import { readAcceptedFile, writeAcceptedFile } from "../../domain/overrides/acceptedFile";
import { FileFormatError } from "../../domain/overrides/fileProblem";
import { componentKey, type ComponentKey } from "../../domain/layers/componentLayer";
import { toFailure } from "../failure";
import type { Cell } from "./cell";
import type { Acceptance, AcceptedState, AcceptedStorage, OverrideRow, OverridesState } from "./model";
import type { OverridesPorts } from "./ports";

/** Keeps accepted overrides while the page is open. */
export function createMemoryStorage(initial: readonly AcceptedOverride[] = []): AcceptedStorage {
  let kept = initial;
  return {
    load: () => Promise.resolve(kept),
    save: (entries) => {
      kept = entries;
      return Promise.resolve();
    },
  };
}

export interface AcceptedList {
  /** Reads what the storage holds; called once at the start. */
  open(): Promise<void>;
  accept(rows: readonly OverrideRow[], acceptance: Acceptance): void;
  withdraw(keys: readonly ComponentKey[]): void;
  load(content: string): void;
  saveFile(): void;
}

const FILE_NAME = "accepted-overrides.json";

/** @param onChange called after the entries have changed */
export function createAcceptedList(
  cell: Cell<OverridesState>,
  { clock, saveFile, storage = createMemoryStorage() }: OverridesPorts,
  onChange: () => void,
): AcceptedList {
  let lastSave = Promise.resolve();

  const change = (part: Partial<AcceptedState>): void => cell.update({ accepted: { ...cell.get().accepted, ...part } });

  function replace(entries: readonly AcceptedOverride[], unsaved: boolean): void {
    cell.update({ accepted: { entries, unsaved } });
    onChange();
    // One after the other, so that an older list never overtakes a newer one.
    lastSave = lastSave.then(() => storage.save(entries)).catch((error: unknown) => change(problemOf(error)));
  }

  return {
    async open() {
      try {
        const entries = await storage.load();
        // Somebody who was faster than the storage is not to lose what he did.
        if (cell.get().accepted.unsaved || entries.length === 0) return;
        cell.update({ accepted: { entries, unsaved: false } });
        onChange();
      } catch (error) {
        change(problemOf(error));
      }
    },
    accept(rows, acceptance) {
      const acceptedOn = new Date(clock.now()).toISOString();
      const fresh = rows
        .filter(({ facts }) => facts.fingerprint !== "")
        .map((row) => toAccepted(row, acceptance, acceptedOn));
      if (fresh.length === 0 || acceptance.reason.trim() === "") return;
      const entries = new Map(acceptedByComponent(cell.get().accepted.entries));
      for (const entry of fresh) entries.set(componentKey(entry), entry);
      replace([...entries.values()], true);
    },
    withdraw(keys) {
      const gone = new Set(keys);
      const before = cell.get().accepted.entries;
      const entries = before.filter((entry) => !gone.has(componentKey(entry)));
      if (entries.length < before.length) replace(entries, true);
    },
    load(content) {
      try {
        replace(readAcceptedFile(content), false);
      } catch (error) {
        change(problemOf(error));
      }
    },
    saveFile() {
      saveFile(FILE_NAME, writeAcceptedFile(cell.get().accepted.entries), "application/json");
      change({ unsaved: false });
    },
  };
}

const problemOf = (error: unknown): Partial<AcceptedState> =>
  error instanceof FileFormatError ? { problem: error.problem } : { failure: toFailure(error) };

function toAccepted({ component, facts }: OverrideRow, acceptance: Acceptance, acceptedOn: string): AcceptedOverride {
  const { typeName, id, displayName } = component;
  return {
    typeName,
    id,
    name: displayName,
    fingerprint: facts.fingerprint,
    properties: [...facts.changed, ...facts.changedState],
    ...acceptance,
    reason: acceptance.reason.trim(),
    acceptedOn,
  };
}
