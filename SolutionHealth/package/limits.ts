/** How much a package may ask of the machine that reads it. Sizes in bytes, after inflating. */
export interface PackageLimits {
  /** Largest single entry that is inflated. */
  readonly entryBytes: number;
  /** Sum of everything that is inflated while the package is read. */
  readonly totalBytes: number;
  /** Inflated size over stored size, judged only above {@link RATIO_FLOOR}: small repetitive XML packs very well. */
  readonly ratio: number;
  /** Number of entries. */
  readonly entries: number;
  /** Contents above this size stay in the zip until somebody asks for them. */
  readonly eagerBytes: number;
  /** Elements, attributes, texts and comments of one document; the reader of XML has its own limit unless given. */
  readonly xmlParts?: number;
}

const MEBIBYTE = 1024 * 1024;

/** Entries that inflate to less than this are never called bombs, whatever their ratio. */
export const RATIO_FLOOR = 16 * MEBIBYTE;

/**
 * Wide enough for every real package known (largest customizations.xml: 9.2 MB, ratios up to 40), small enough that a
 * hostile one ends in an error and not in a browser tab out of memory.
 */
export const DEFAULT_LIMITS: PackageLimits = {
  entryBytes: 128 * MEBIBYTE,
  totalBytes: 512 * MEBIBYTE,
  ratio: 200,
  entries: 65_535,
  eagerBytes: 256 * 1024,
};
