import type { ZipEntry } from "./directory";
import { entryKey } from "./entryName";

interface Place {
  readonly key: string;
  /** Place in the order of the zip. */
  readonly index: number;
  readonly entry: ZipEntry;
}

/** Finds what lies inside a folder without looking at every entry: a package may have tens of thousands of both. */
export class FolderIndex {
  private readonly sorted: readonly Place[];

  constructor(entries: readonly ZipEntry[]) {
    this.sorted = entries
      .map((entry, index) => ({ key: entryKey(entry.name), index, entry }))
      .filter(({ key }) => !key.endsWith("/"))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** Files inside the folder, at any depth, in the order of the zip. */
  under(folder: string): ZipEntry[] {
    const prefix = `${entryKey(folder)}/`;
    const inside: Place[] = [];
    for (let at = this.firstFrom(prefix); this.sorted[at]?.key.startsWith(prefix); at += 1) {
      const place = this.sorted[at];
      if (place) inside.push(place);
    }
    return inside.sort((a, b) => a.index - b.index).map(({ entry }) => entry);
  }

  private firstFrom(key: string): number {
    let from = 0;
    let to = this.sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.sorted[middle]?.key ?? "") < key) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
