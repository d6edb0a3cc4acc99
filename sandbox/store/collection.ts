/** Names under which a thing can be found again: several things may share one, one thing may have several. */
type IndexOf<T> = (item: T) => readonly string[];

/**
 * Things by id, in order of arrival, with look-ups by other names. Things are immutable: a change is a `put` of a new
 * object under the same id, which keeps its place. That makes a snapshot a copy of one map.
 */
export class Collection<T extends { readonly id: string }, Index extends string> {
  private items = new Map<string, T>();
  private indexes: Record<Index, Map<string, Set<string>>>;
  private list: readonly T[] | undefined;

  constructor(
    private readonly keysOf: Readonly<Record<Index, IndexOf<T>>>,
    items: Iterable<T>,
  ) {
    this.indexes = this.emptyIndexes();
    for (const item of items) this.put(item);
  }

  get(id: string): T | undefined {
    return this.items.get(id);
  }

  /** All things in order of arrival. The same array until something changes. */
  all(): readonly T[] {
    return (this.list ??= [...this.items.values()]);
  }

  by(index: Index, key: string): T[] {
    const found: T[] = [];
    for (const id of this.indexes[index].get(key) ?? []) {
      const item = this.items.get(id);
      if (item) found.push(item);
    }
    return found;
  }

  first(index: Index, key: string): T | undefined {
    for (const id of this.indexes[index].get(key) ?? []) return this.items.get(id);
    return undefined;
  }

  put(item: T): void {
    const previous = this.items.get(item.id);
    this.items.set(item.id, item);
    this.list = undefined;
    for (const index of this.indexNames()) this.reindex(index, previous, item);
  }

  delete(id: string): void {
    const previous = this.items.get(id);
    if (!previous) return;
    this.items.delete(id);
    this.list = undefined;
    for (const index of this.indexNames()) this.reindex(index, previous, undefined);
  }

  /** A point to come back to with {@link restore}; costs one copy of the map, whatever happens afterwards. */
  snapshot(): ReadonlyMap<string, T> {
    return new Map(this.items);
  }

  restore(snapshot: ReadonlyMap<string, T>): void {
    this.items = new Map();
    this.indexes = this.emptyIndexes();
    for (const item of snapshot.values()) this.put(item);
  }

  private reindex(index: Index, previous: T | undefined, item: T | undefined): void {
    const before = previous ? this.keysOf[index](previous) : [];
    const after = new Set(item ? this.keysOf[index](item) : []);
    if (previous)
      this.forget(
        index,
        before.filter((key) => !after.has(key)),
        previous.id,
      );
    if (item) this.learn(index, after, item.id);
  }

  private forget(index: Index, keys: readonly string[], id: string): void {
    for (const key of keys) {
      const ids = this.indexes[index].get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.indexes[index].delete(key);
    }
  }

  private learn(index: Index, keys: Iterable<string>, id: string): void {
    for (const key of keys) {
      const ids = this.indexes[index].get(key);
      if (ids) ids.add(id);
      else this.indexes[index].set(key, new Set([id]));
    }
  }

  private indexNames(): Index[] {
    return Object.keys(this.keysOf) as Index[];
  }

  private emptyIndexes(): Record<Index, Map<string, Set<string>>> {
    return Object.fromEntries(this.indexNames().map((name) => [name, new Map()])) as unknown as Record<
      Index,
      Map<string, Set<string>>
    >;
  }
}
