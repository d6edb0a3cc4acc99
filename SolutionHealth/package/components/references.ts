import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { ComponentKey } from "../model";

/** Collects what a component needs, each once. Names are taken as written and kept in lower case. */
export class References {
  private readonly found = new Map<string, ComponentKey>();

  get list(): readonly ComponentKey[] {
    return [...this.found.values()];
  }

  add(type: number | string, name: string | undefined): this {
    const key = name?.trim().toLowerCase() ?? "";
    if (key !== "") this.found.set(`${String(type)}|${key}`, { type, key });
    return this;
  }

  addId(type: number | string, id: string | undefined): this {
    return this.add(type, normaliseGuid(id ?? ""));
  }

  table(name: string | undefined): this {
    return this.add(ComponentType.Entity, name);
  }

  column(table: string | undefined, column: string | undefined): this {
    if (!table?.trim() || !column?.trim()) return this;
    return this.add(ComponentType.Attribute, `${table.trim()}.${column.trim()}`);
  }
}
