import { CLASSIC_TYPE_NAMES } from "../components/classicTypeNames";
import { normaliseGuid } from "../model/guid";
import type { RollbackComponent } from "./rollbackFacts";

/** How a definition names a component: by id, or by type and name. Lower case. */
export type Mention = string;

/** Every way in which a definition may name the component. */
export function mentionsOf({ id, typeName, name, table }: RollbackComponent): Mention[] {
  if (typeName === "Attribute") return [`id ${id}`, ...(table === undefined ? [] : [column(table, lastPart(name))])];
  return [`id ${id}`, named(typeName, name)];
}

/** Columns are called `name` or `table.name`, depending on who tells (fact sheet §3.1). */
const lastPart = (name: string): string => name.slice(name.lastIndexOf(".") + 1);

const named = (typeName: string, name: string): Mention => `${typeName.toLowerCase()} ${name.trim().toLowerCase()}`;

const column = (table: string, name: string): Mention => named("Attribute", `${table.trim()}.${name.trim()}`);

/** Collects what a definition names. Empty names, and what is no id, are passed over. */
export class Mentions {
  readonly all = new Set<Mention>();

  table(name: string | undefined): void {
    this.add("Entity", name);
  }

  column(table: string | undefined, name: string | undefined): void {
    if (filled(table) && filled(name)) this.all.add(column(table, name));
  }

  add(typeName: string, name: string | undefined): void {
    if (filled(name)) this.all.add(named(typeName, name));
  }

  /** @param type number of `componenttype` */
  addNumbered(type: string | undefined, name: string | undefined): void {
    const typeName = type === undefined ? undefined : CLASSIC_TYPE_NAMES.get(Number(type));
    if (typeName !== undefined) this.add(typeName, name);
  }

  id(text: string | undefined): void {
    const id = text === undefined ? undefined : normaliseGuid(text);
    if (id !== undefined) this.all.add(`id ${id}`);
  }

  /** A web resource by its address: `$webresource:name`, `/WebResources/name?query`. */
  webResource(address: string | undefined): void {
    const match = /^(?:\$webresource:|\/?webresources\/)([^?]+)/i.exec(address?.trim() ?? "");
    this.add("WebResource", match?.[1]);
  }
}

const filled = (text: string | undefined): text is string => text !== undefined && text.trim() !== "";
