import { nameKey } from "../../domain/solutions/solutionNames";
import type { IncomingPackage } from "../../domain/releases/incomingPackage";
import { PackageError } from "../../package/errors";
import type { StoredFile } from "../../package/reading/fileSource";
import type { FileEntry, FileReading, FileRefusal } from "./model";
import type { ReleaseWork } from "./ports";

interface Held {
  readonly file: StoredFile;
  readonly reading: AbortController;
}

/** Why a package is refused beside another one of its solution. */
const DOUBLES: ReadonlySet<string> = new Set(["sameFile", "sameSolution"]);

/** The files of the release: read one after the other, where they lie. */
export class FileList {
  private entries: readonly FileEntry[] = [];
  private readonly held = new Map<string, Held>();
  private queue: Promise<void> = Promise.resolve();
  private count = 0;

  /**
   * @param onChange told of the list whenever it is another one
   * @param onSettled told once no file is being read any more
   */
  constructor(
    private readonly open: ReleaseWork["open"],
    private readonly onChange: (entries: readonly FileEntry[]) => void,
    private readonly onSettled: () => void,
  ) {}

  /** Packages that were read, in the order in which they came. */
  packages(): IncomingPackage[] {
    return this.entries.flatMap(({ reading }) => (reading.status === "read" ? [reading.package] : []));
  }

  fileOf(sha256: string): StoredFile | undefined {
    const entry = this.entries.find(({ reading }) => reading.status === "read" && reading.package.sha256 === sha256);
    return entry && this.held.get(entry.key)?.file;
  }

  isReading(): boolean {
    return this.entries.some(({ reading }) => reading.status === "reading");
  }

  add(files: readonly StoredFile[]): void {
    const added = files.map((file): FileEntry => {
      const key = `file ${(this.count += 1)}`;
      this.held.set(key, { file, reading: new AbortController() });
      return { key, name: file.name, size: file.size, reading: { status: "reading" } };
    });
    this.replace([...this.entries, ...added]);
    for (const { key } of added) this.queue = this.queue.then(() => this.read(key));
  }

  /** @returns whether a package left the list */
  remove(key: string): boolean {
    const entry = this.entries.find((other) => other.key === key);
    this.held.get(key)?.reading.abort();
    this.held.delete(key);
    this.replace(this.entries.filter((other) => other.key !== key));
    if (entry?.reading.status !== "read") return false;
    this.readInItsPlace(entry.reading.package.manifest.uniqueName);
    return true;
  }

  /** Files that were refused only because of a package that has left the list: the first of them takes its place. */
  private readInItsPlace(solution: string): void {
    const waiting = this.entries.filter(
      ({ reading }) =>
        reading.status === "refused" &&
        DOUBLES.has(reading.refusal.code) &&
        nameKey(reading.refusal.text ?? "") === nameKey(solution),
    );
    for (const { key } of waiting) {
      this.put(key, { status: "reading" });
      this.queue = this.queue.then(() => this.read(key));
    }
  }

  dispose(): void {
    for (const { reading } of this.held.values()) reading.abort();
  }

  private async read(key: string): Promise<void> {
    const own = this.held.get(key);
    if (!own) return;
    try {
      const found = await this.open(own.file, {
        signal: own.reading.signal,
        onProgress: (share) => this.put(key, { status: "reading", share }),
      });
      this.put(key, this.judge(found));
    } catch (error) {
      if (!own.reading.signal.aborted) this.put(key, { status: "refused", refusal: refusalOf(error) });
    }
    if (!this.isReading()) this.onSettled();
  }

  /** Two packages of one solution would have to be imported one over the other: only one of them is previewed. */
  private judge(found: IncomingPackage): FileReading {
    const { uniqueName } = found.manifest;
    const other = this.packages().find(({ manifest }) => nameKey(manifest.uniqueName) === nameKey(uniqueName));
    if (!other) return { status: "read", package: found };
    const code = other.sha256 === found.sha256 ? "sameFile" : "sameSolution";
    return { status: "refused", refusal: { code, place: other.fileName, text: uniqueName } };
  }

  private put(key: string, reading: FileReading): void {
    if (!this.held.has(key)) return;
    this.replace(this.entries.map((entry) => (entry.key === key ? { ...entry, reading } : entry)));
  }

  private replace(entries: readonly FileEntry[]): void {
    this.entries = entries;
    this.onChange(entries);
  }
}

function refusalOf(error: unknown): FileRefusal {
  const text = error instanceof Error ? error.message : String(error);
  if (!(error instanceof PackageError)) return { code: "unreadable", text };
  return { code: error.code, text, ...(error.place !== undefined && { place: error.place }) };
}
