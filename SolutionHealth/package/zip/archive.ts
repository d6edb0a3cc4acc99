import { PackageError } from "../errors";
import { RATIO_FLOOR, type PackageLimits } from "../limits";
import { crc32 } from "./crc32";
import { readDirectory, type ZipEntry } from "./directory";
import { entryKey } from "./entryName";
import { inflateExactly } from "./inflate";
import { dataRange } from "./localHeader";

const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 0x1 | 0x40 | 0x2000;

/** A checked zip. Entries are found without regard to case and inflated only when read. */
export class Archive {
  readonly entries: readonly ZipEntry[];
  private readonly byKey = new Map<string, ZipEntry>();
  private readonly counted = new Set<ZipEntry>();
  private inflated = 0;

  /**
   * Checks the directory; inflates nothing.
   * @throws PackageError empty, notZip, damagedZip, unsafePath, duplicateEntry, encrypted, unsupportedCompression,
   * tooLarge.
   */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: PackageLimits,
  ) {
    this.entries = readDirectory(bytes, limits.entries);
    for (const entry of this.entries) this.register(entry);
    this.refuseOverlaps();
  }

  /** The entry of this name, or undefined. A leading slash, as customizations.xml writes paths, is ignored. */
  find(path: string): ZipEntry | undefined {
    const key = entryKey(path.replace(/\\/g, "/").replace(/^\/+/, ""));
    return this.byKey.get(key) ?? this.byKey.get(decodedKey(key));
  }

  /** Entries inside a folder, at any depth. */
  under(folder: string): ZipEntry[] {
    const prefix = `${entryKey(folder)}/`;
    return this.entries.filter((entry) => entryKey(entry.name).startsWith(prefix) && !entry.name.endsWith("/"));
  }

  /**
   * Inflates one entry and checks its checksum.
   * @throws PackageError tooLarge, damagedZip.
   */
  read(entry: ZipEntry): Uint8Array {
    this.refuseBomb(entry);
    const range = dataRange(this.bytes, entry);
    const stored = this.bytes.subarray(range.start, range.end);
    const content = entry.method === STORED ? stored : inflateExactly(stored, entry.size, entry.name);
    if (content.length !== entry.size || crc32(content) !== entry.crc) {
      throw new PackageError("damagedZip", "The content of an entry does not match its checksum", entry.name);
    }
    return content;
  }

  private register(entry: ZipEntry): void {
    const key = entryKey(entry.name);
    if (this.byKey.has(key)) throw new PackageError("duplicateEntry", "An entry stands in the zip twice", entry.name);
    if (entry.flags & FLAG_ENCRYPTED) throw new PackageError("encrypted", "The zip is encrypted", entry.name);
    if (entry.method !== STORED && entry.method !== DEFLATED) {
      const text = `Compression method ${String(entry.method)} is not supported`;
      throw new PackageError("unsupportedCompression", text, entry.name);
    }
    this.byKey.set(key, entry);
  }

  /** Entries that share bytes are how a small zip pretends to hold petabytes. */
  private refuseOverlaps(): void {
    const ranges = this.entries.map((entry) => ({ entry, ...dataRange(this.bytes, entry) }));
    ranges.sort((a, b) => a.entry.headerOffset - b.entry.headerOffset);
    ranges.forEach((range, index) => {
      const next = ranges[index + 1];
      if (next && range.end > next.entry.headerOffset) {
        throw new PackageError("damagedZip", "Two entries share the same bytes", next.entry.name);
      }
    });
  }

  private refuseBomb(entry: ZipEntry): void {
    const { entryBytes, totalBytes, ratio } = this.limits;
    const bomb = entry.size > RATIO_FLOOR && entry.size > entry.storedSize * ratio;
    if (!this.counted.has(entry)) this.inflated += entry.size;
    this.counted.add(entry);
    if (entry.size > entryBytes || this.inflated > totalBytes || bomb) {
      throw new PackageError("tooLarge", "An entry inflates past the limit", entry.name);
    }
  }
}

/** Some packers percent-encode part names in the zip, or in the XML, but not in both. */
function decodedKey(key: string): string {
  try {
    return entryKey(decodeURIComponent(key));
  } catch {
    return key;
  }
}
