import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";

/** Flag of the one column that names a row, in `displaymask` of its definition. */
const PRIMARY_NAME = /\bPrimaryName\b/;

/** The column that names a row: as the definitions say, else `prefix_name`, or `name` of a table without a prefix. */
export function primaryNameColumn(context: ServerContext, table: StoredComponent): string {
  const { primarynameattribute } = context.index.effectiveProperties(table.id);
  if (typeof primarynameattribute === "string" && primarynameattribute !== "") return primarynameattribute;
  const column = context.environment.store.componentsOfTable(table.key).find((component) => {
    if (component.type !== ComponentType.Attribute) return false;
    const { displaymask } = context.index.effectiveProperties(component.id);
    return typeof displaymask === "string" && PRIMARY_NAME.test(displaymask);
  });
  if (column) return column.key.slice(column.key.indexOf(".") + 1);
  const underscore = table.key.indexOf("_");
  return underscore < 0 ? "name" : `${table.key.slice(0, underscore)}_name`;
}
