import { guidFor } from "../../sandbox/store/guidFor";
import type { Row } from "../../sandbox/store/model";

/** One component of the large environment, as the only solution that brings it has it. */
export interface ComponentPart {
  readonly id: string;
  readonly type: number;
  readonly key: string;
  readonly name: string;
  readonly table?: string;
  /** Number of its solution. */
  readonly solution: number;
  readonly properties: Row;
}

/** Kinds that follow each other in this order until there are enough components. */
const KINDS = ["column", "column", "column", "column", "view", "form", "column", "column", "chart", "loose"] as const;

/** What stands outside tables, in turn. */
const LOOSE = [61, 61, 29, 61, 9, 92, 20, 61, 29, 380] as const;

/**
 * So many components, tables among them; parts of a table are in the table's solution.
 * @throws {RangeError} when there are more tables than components, or no solution.
 */
export function componentParts(count: number, tables: number, solutions: number): ComponentPart[] {
  if (tables > count || tables < 1 || solutions < 1) throw new RangeError("The sizes do not fit each other.");
  const parts = Array.from({ length: tables }, (_unused, index) => tableOf(index, index % solutions));
  for (let index = 0; parts.length < count; index++) {
    const table = parts[Math.floor(index / KINDS.length) % tables];
    if (table) parts.push(partOf(index, table));
  }
  return parts;
}

function tableOf(index: number, solution: number): ComponentPart {
  const key = `lp_table${String(index)}`;
  return {
    id: guidFor("large", 1, key),
    type: 1,
    key,
    name: key,
    solution,
    properties: { schemaname: key, entitysetname: `${key}s`, description: `Table ${String(index)}` },
  };
}

function partOf(index: number, table: ComponentPart): ComponentPart {
  const kind = KINDS[index % KINDS.length] ?? "column";
  const { solution } = table;
  const name = `lp_${kind}${String(index)}`;
  if (kind === "loose") return looseOf(index, solution);
  if (kind === "column") {
    const key = `${table.key}.${name}`;
    const properties = { attributetype: "String", maxlength: 100, schemaname: name };
    return { id: guidFor("large", 2, key), type: 2, key, name, table: table.key, solution, properties };
  }
  const type = { view: 26, form: 60, chart: 59 }[kind];
  const id = guidFor("large", type, name);
  return { id, type, key: id, name, table: table.key, solution, properties: markupOf(kind, name, table.key) };
}

function markupOf(kind: "view" | "form" | "chart", name: string, table: string): Row {
  if (kind === "view") {
    const fetchxml = `<fetch><entity name="${table}"><attribute name="lp_name"/></entity></fetch>`;
    return { name, querytype: 0, returnedtypecode: table, fetchxml, layoutxml: "<grid><row><cell/></row></grid>" };
  }
  if (kind === "form") {
    return { name, type: 2, objecttypecode: table, formxml: "<form><tabs><tab><columns/></tab></tabs></form>" };
  }
  return { name, primaryentitytypecode: table, datadescription: "<datadefinition/>" };
}

function looseOf(index: number, solution: number): ComponentPart {
  const type = LOOSE[Math.floor(index / KINDS.length) % LOOSE.length] ?? 61;
  const name = `lp_component${String(index)}`;
  const id = guidFor("large", type, name);
  const key = type === 29 || type === 20 || type === 92 ? id : name;
  const properties: Row =
    type === 29
      ? { name, category: 5, type: 1, statecode: 1, statuscode: 2, clientdata: '{"properties":{}}' }
      : { name, displayname: name };
  return { id, type, key, name, solution, properties };
}
