import { type Content, type Contents, numbersOf } from "./content";
import type { StructureNode } from "./structureNode";

/** Members that tell an object from others in a list, the surest first. */
const IDENTIFYING = ["id", "Id", "name", "Name", "key", "Key", "uniquename", "logicalname", "value", "Value"];
const NAMING = ["displayName", "label", "Label", "title", "name", "Name", "id", "Id"];

/**
 * JSON as a structure: members by their name, in no order; entries of a list by what identifies them, in order. Actions
 * of a flow are members of an object, so they are known by their names.
 * @param what name of the member that holds the value
 * @param contents those of the comparison
 */
export function jsonStructure(value: unknown, what: string, contents: Contents): StructureNode {
  if (Array.isArray(value)) return listStructure(value, what, contents);
  if (typeof value !== "object" || value === null) return plainStructure(value, what, contents);
  const fields = new Map<string, string>();
  const children: StructureNode[] = [];
  for (const [name, member] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (typeof member === "object" && member !== null) children.push(memberStructure(member, name, contents));
    else fields.set(name, textOf(member));
  }
  const identifying = IDENTIFYING.find((name) => (fields.get(name) ?? "") !== "");
  const naming = NAMING.find((name) => (fields.get(name) ?? "") !== "");
  return {
    what,
    identity: identifying === undefined ? undefined : `${what}|${fields.get(identifying)}`,
    name: naming === undefined ? undefined : fields.get(naming),
    borrowed: false,
    fields,
    value: "",
    children,
    ordered: false,
    content: contentOf(contents, "object", what, [...fields], children),
  };
}

function plainStructure(value: unknown, what: string, contents: Contents): StructureNode {
  const text = textOf(value);
  return {
    what,
    identity: `${what}=${text}`,
    name: text,
    borrowed: false,
    fields: new Map(),
    value: text,
    children: [],
    ordered: false,
    content: contentOf(contents, "plain", what, text, []),
  };
}

/** A member is known by its name, whatever is in it. */
const memberStructure = (member: object, name: string, contents: Contents): StructureNode => ({
  ...jsonStructure(member, name, contents),
  identity: name,
  name,
});

function listStructure(values: readonly unknown[], what: string, contents: Contents): StructureNode {
  const children = values.map((value) => jsonStructure(value, "entry", contents));
  return {
    what,
    identity: what,
    name: what,
    borrowed: false,
    fields: new Map(),
    value: "",
    children,
    ordered: true,
    content: contentOf(contents, "list", what, "", children),
  };
}

const contentOf = (
  contents: Contents,
  kind: "object" | "list" | "plain",
  what: string,
  own: string | [string, string][],
  children: readonly StructureNode[],
): Content => contents.of(JSON.stringify([kind, what, own, numbersOf(children)]));

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
