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
      return Promise.resolve(kept);
    },
  };
}

const FILE_NAME = "accepted-overrides.json";

/** The accepted overrides of the page: changed here, kept in the storage, exchanged as files. */
export class AcceptedList {
  private readonly storage: AcceptedStorage;
  private lastSave = Promise.resolve();
  private saving = 0;

  /** @param onChange called after the entries have changed */
  constructor(
    private readonly cell: Cell<OverridesState>,
    private readonly ports: OverridesPorts,
    private readonly onChange: () => void,
  ) {
    this.storage = ports.storage ?? createMemoryStorage();
    this.storage.subscribe?.(() => void this.open());
  }

  /** Reads what the storage holds; at the start, and when others have changed it. */
  async open(): Promise<void> {
    try {
      const entries = await this.storage.load();
      if (this.isShared() !== (this.held().shared ?? false)) this.change({ shared: this.isShared() });
      // Somebody who was faster than the storage is not to lose what he did.
      if (this.held().unsaved || this.saving > 0 || (entries.length === 0 && this.held().entries.length === 0)) return;
      this.show(entries, false);
    } catch (error) {
      this.change(problemOf(error));
    }
  }

  accept(rows: readonly OverrideRow[], acceptance: Acceptance): void {
    const acceptedOn = new Date(this.ports.clock.now()).toISOString();
    const fresh = rows
      .filter(({ facts }) => facts.fingerprint !== "")
      .map((row) => toAccepted(row, acceptance, acceptedOn));
    if (fresh.length === 0) return;
    const entries = new Map(acceptedByComponent(this.held().entries));
    for (const entry of fresh) entries.set(componentKey(entry), entry);
    try {
      // What could not be read back from a file – no reason, no such day – is not taken in the first place.
      this.replace(readAcceptedFile(writeAcceptedFile([...entries.values()])), true);
    } catch (error) {
      this.change(problemOf(error));
    }
  }

  withdraw(keys: readonly ComponentKey[]): void {
    const gone = new Set(keys);
    const before = this.held().entries;
    const entries = before.filter((entry) => !gone.has(componentKey(entry)));
    if (entries.length < before.length) this.replace(entries, true);
  }

  /**
   * Takes the entries of a file in place of those held; of a bad one, nothing. To a list that others share it only adds:
   * of two entries about one component the later counts, and nobody's is lost.
   */
  load(content: string): void {
    try {
      const entries = readAcceptedFile(content);
      this.replace(
        this.isShared() ? [...acceptedByComponent([...this.held().entries, ...entries]).values()] : entries,
        false,
      );
    } catch (error) {
      this.change(problemOf(error));
    }
  }

  saveFile(): void {
    this.ports.saveFile(FILE_NAME, writeAcceptedFile(this.held().entries), "application/json");
    this.change({ unsaved: false });
  }

  private isShared(): boolean {
    return this.storage.isShared?.() ?? false;
  }

  private held(): AcceptedState {
    return this.cell.get().accepted;
  }

  private change(part: Partial<AcceptedState>): void {
    this.cell.update({ accepted: { ...this.held(), ...part } });
  }

  private show(entries: readonly AcceptedOverride[], unsaved: boolean): void {
    this.cell.update({ accepted: { entries, unsaved, ...(this.isShared() && { shared: true }) } });
    this.onChange();
  }

  private replace(entries: readonly AcceptedOverride[], unsaved: boolean): void {
    const before = this.held().entries;
    this.show(entries, unsaved && !this.isShared());
    this.saving += 1;
    // One after the other, so that an older list never overtakes a newer one.
    this.lastSave = this.lastSave.then(() => this.save(entries, before)).finally(() => (this.saving -= 1));
  }

  /** What came out is shown, unless more was changed in the meantime; after a failure, what is really kept. */
  private async save(entries: readonly AcceptedOverride[], before: readonly AcceptedOverride[]): Promise<void> {
    try {
      const kept = await this.storage.save(entries, before);
      if (this.saving === 1 && kept !== entries) this.show(kept, this.held().unsaved);
    } catch (error) {
      const kept = this.isShared() ? await this.storage.load().catch(() => undefined) : undefined;
      if (kept && this.saving === 1) this.show(kept, false);
      this.change(problemOf(error));
    }
  }
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
