import type { Content } from "./content";

/** XML and JSON in one form, so that they are compared by one rule. */
export interface StructureNode {
  /** XML tag; name of the list or member in JSON. */
  readonly what: string;
  /** Tells it from its siblings across versions: tag with id, name or the like. Undefined where it has nothing of that. */
  readonly identity: string | undefined;
  /** What people know it by; undefined for nodes that only hold others together. */
  readonly name: string | undefined;
  /** True where the name is that of something inside: no place of its own in a path. */
  readonly borrowed: boolean;
  /** Attributes, or members with a plain value. */
  readonly fields: ReadonlyMap<string, string>;
  /** Own text of an element, or a plain value in a list. */
  readonly value: string;
  readonly children: readonly StructureNode[];
  /** Whether the order of the children means something. */
  readonly ordered: boolean;
  /** The same for nodes between which there is no difference; different ones may still have none. */
  readonly content: Content;
}
