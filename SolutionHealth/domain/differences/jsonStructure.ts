import type { StructureNode } from "./structureNode";

/** Members that tell an object from others in a list, the surest first. */
const IDENTIFYING = ["id", "Id", "name", "Name", "key", "Key", "uniquename", "logicalname", "value", "Value"];
const NAMING = ["displayName", "label", "Label", "title", "name", "Name", "id", "Id"];

/**
 * JSON as a structure: members by their name, in no order; entries of a list by what identifies them, in order. Actions
 * of a flow are members of an object, so they are known by their names.
 * @param what name of the member that holds the value
 */
export function jsonStructure(value: unknown, what: string): StructureNode {
  if (Array.isArray(value)) return listStructure(value, what);
  if (typeof value !== "object" || value === null) {
    const text = textOf(value);
    return {
      what,
      identity: `${what}=${text}`,
      name: text,
      fields: new Map(),
      value: text,
      children: [],
      ordered: false,
    };
  }
  const fields = new Map<string, string>();
  const children: StructureNode[] = [];
  for (const [name, member] of Object.entries(value as Readonly<Record<string, unknown>>)) {
    if (typeof member === "object" && member !== null) children.push(memberStructure(member, name));
    else fields.set(name, textOf(member));
  }
  const identifying = IDENTIFYING.find((name) => (fields.get(name) ?? "") !== "");
  const naming = NAMING.find((name) => (fields.get(name) ?? "") !== "");
  return {
    what,
    ...(identifying !== undefined && { identity: `${what}|${fields.get(identifying)}` }),
    ...(naming !== undefined && { name: fields.get(naming) ?? "" }),
    fields,
    value: "",
    children,
    ordered: false,
  };
}

/** A member is known by its name, whatever is in it. */
const memberStructure = (member: object, name: string): StructureNode => ({
  ...jsonStructure(member, name),
  identity: name,
  name,
});

const listStructure = (values: readonly unknown[], what: string): StructureNode => ({
  what,
  identity: what,
  name: what,
  fields: new Map(),
  value: "",
  children: values.map((value) => jsonStructure(value, "entry")),
  ordered: true,
});

const textOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));
