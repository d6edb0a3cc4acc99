import type { ServerContext } from "./context";
import type { Table } from "./table";
import { tables } from "./tables";
import { dataTable, dataTableNamed } from "./tables/dataTables";

/** All tables of the environment: those of the platform, those behind components, and those that packages created. */
export class TableRegistry {
  private readonly bySetName = new Map<string, Table>();
  private readonly byName = new Map<string, Table>();

  constructor(private readonly context: ServerContext) {
    for (const usual of tables) {
      const table = usual.variant?.(context.options.habits) ?? usual;
      this.bySetName.set(table.entitySet, table);
      this.byName.set(table.logicalName, table);
    }
  }

  /** Entity set names are case-sensitive (fact sheet §0). */
  bySet(entitySet: string): Table | undefined {
    return this.bySetName.get(entitySet) ?? dataTable(this.context, entitySet);
  }

  byLogicalName(logicalName: string): Table | undefined {
    return this.byName.get(logicalName) ?? dataTableNamed(this.context, logicalName);
  }

  /** Entity sets of the platform itself, for the service document. */
  names(): string[] {
    return [...this.bySetName.keys()].sort();
  }
}
