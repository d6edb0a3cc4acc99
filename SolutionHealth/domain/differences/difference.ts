/** How the values of two layers differ, ready to be shown. Texts that people read are picked by the codes in here. */
export interface PropertyDifference {
  /** Property (`formxml`, `statecode`, …) or child collection (`RolePrivileges`, …). */
  readonly property: string;
  readonly change: "added" | "removed" | "changed";
  /** Absent where the values are so long that comparing them takes its time: see `compareProperty`. */
  readonly detail?: DifferenceDetail;
  /** Both values as they are, for copying; undefined on the side that has none. */
  readonly before?: string;
  readonly after?: string;
}

export type DifferenceDetail =
  /** One value each: shown side by side. */
  | { readonly kind: "scalar"; readonly before?: string; readonly after?: string }
  /** XML or JSON, compared by structure. `language` says what the texts `before` and `after` are. */
  | { readonly kind: "structure"; readonly language: "xml" | "json"; readonly changes: readonly StructureChange[] }
  /** Text by line, decoded where it was base64. */
  | { readonly kind: "lines"; readonly hunks: readonly LineHunk[]; readonly added: number; readonly removed: number }
  | { readonly kind: "binary"; readonly before?: BinaryFacts; readonly after?: BinaryFacts }
  /** Options, labels, privileges: entries with a key. */
  | { readonly kind: "entries"; readonly entries: readonly EntryChange[] };

/** One change in a structure, in document order. */
export interface StructureChange {
  readonly change: "added" | "removed" | "moved" | "changed";
  /** The element or member by what people know it by: label, name or id, else its tag or key. */
  readonly name: string;
  /** What kind of thing it is: XML tag, or JSON key of the parent's list; "field" for members of objects. */
  readonly what: string;
  /** Names of the things around it, outermost first. */
  readonly path: readonly string[];
  /** For `changed`: the attribute or member; undefined for the element's own text or value. */
  readonly attribute?: string;
  readonly before?: string;
  readonly after?: string;
  /** For `added` and `moved`: name of what stands before it now; undefined when it is the first. */
  readonly follows?: string;
}

/** Lines that belong together; unchanged ones around changes are kept for reading, the rest is folded. */
export interface LineHunk {
  /** First line, counted from 1, on either side. */
  readonly beforeStart: number;
  readonly afterStart: number;
  readonly lines: readonly { readonly change: "added" | "removed" | "same"; readonly text: string }[];
}

export interface BinaryFacts {
  /** Bytes, decoded. */
  readonly size: number;
  /** SHA-256, hexadecimal, lower case. */
  readonly hash: string;
}

/** A privilege, an option or a label that differs. */
export interface EntryChange {
  readonly change: "added" | "removed" | "changed";
  readonly kind: "privilege" | "option" | "label" | "entry";
  /** Privilege name, option value, column name; for labels with the language in `language`. */
  readonly key: string;
  /** LCID, of labels. */
  readonly language?: number;
  /** Which member differs: `depth`, `label`, `color`, `order`, …; undefined for entries added or removed. */
  readonly member?: string;
  readonly before?: string;
  readonly after?: string;
}
