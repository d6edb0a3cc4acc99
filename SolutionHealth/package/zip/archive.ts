import { crc32 } from "../../domain/crc32";
import { PackageError } from "../errors";
import { RATIO_FLOOR, type PackageLimits } from "../limits";
import type { Steps } from "../reading/steps";
import { readDirectory, type ZipEntry } from "./directory";
import { entryKey } from "./entryName";
import { FolderIndex } from "./folderIndex";
import { inflateExactly } from "./inflate";
import { dataRange } from "./localHeader";

const STORED = 0;
const DEFLATED = 8;
const FLAG_ENCRYPTED = 0x1 | 0x40 | 0x2000;

/** Bytes between two offers to pause while a checksum is made. */
const CHECKED_AT_ONCE = 1024 * 1024;

/**
 * Opens a zip and checks its directory; inflates nothing.
 * @param size of the file, in bytes.
 * @throws PackageError empty, notZip, damagedZip, unsafePath, duplicateEntry, encrypted, unsupportedCompression,
 * tooLarge.
 */
export function* openArchive(size: number, limits: PackageLimits): Steps<Archive> {
  const archive = new Archive(yield* readDirectory(size, limits.entries), size, limits);
  yield* archive.refuseOverlaps();
  return archive;
}

/** A checked zip. Entries are found without regard to case and inflated only when read. */
export class Archive {
  private readonly byKey = new Map<string, ZipEntry>();
  private readonly counted = new Set<ZipEntry>();
  private folders: FolderIndex | undefined;
  private inflated = 0;

  /** Made by {@link openArchive}, which goes on to check what lies outside of the directory. */
  constructor(
    readonly entries: readonly ZipEntry[],
    private readonly size: number,
    private readonly limits: PackageLimits,
  ) {
    for (const entry of this.entries) this.register(entry);
  }

  /** The entry of this name, or undefined. A leading slash, as customizations.xml writes paths, is ignored. */
  find(path: string): ZipEntry | undefined {
    const key = entryKey(path.replace(/\\/g, "/").replace(/^\/+/, ""));
    return this.byKey.get(key) ?? this.byKey.get(decodedKey(key));
  }

  /** Entries inside a folder, at any depth, in the order of the zip. */
  under(folder: string): ZipEntry[] {
    this.folders ??= new FolderIndex(this.entries);
    return this.folders.under(folder);
  }

  /**
   * Inflates one entry and checks its checksum.
   * @throws PackageError tooLarge, damagedZip.
   */
  *read(entry: ZipEntry): Steps<Uint8Array> {
    this.refuseBomb(entry);
    const range = yield* dataRange(entry, this.size);
    const content =
      entry.method === STORED ? (yield range).slice() : yield* inflateExactly(range, entry.size, entry.name);
    if (content.length !== entry.size || (yield* checksum(content)) !== entry.crc) {
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
  *refuseOverlaps(): Steps<void> {
    const byPlace = [...this.entries].sort((a, b) => a.headerOffset - b.headerOffset);
    let end = 0;
    for (const entry of byPlace) {
      if (end > entry.headerOffset) {
        throw new PackageError("damagedZip", "Two entries share the same bytes", entry.name);
      }
      end = (yield* dataRange(entry, this.size)).to;
    }
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

function* checksum(content: Uint8Array): Steps<number> {
  let sum = 0;
  for (let offset = 0; offset < content.length; offset += CHECKED_AT_ONCE) {
    sum = crc32(content.subarray(offset, offset + CHECKED_AT_ONCE), sum);
    yield;
  }
  return sum;
}

/** Some packers percent-encode part names in the zip, or in the XML, but not in both. */
function decodedKey(key: string): string {
  try {
    return entryKey(decodeURIComponent(key));
  } catch {
    return key;
  }
}
