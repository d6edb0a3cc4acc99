import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { storedLabels, type LabelText } from "../../engine/labelTexts";
import { columns } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { EditedDefinition } from "./metadataEdit";
import { labelValue } from "./metadataLabels";
import { isManaged } from "./summaryRow";
import { logicalName } from "./tableNames";

export function text(value: PropertyValue | undefined, otherwise: string): string {
  return typeof value === "string" && value !== "" ? value : otherwise;
}

/** Names of things in the shape of the metadata tables: PascalCase columns, labels as complex values. */
export function common(component: StoredComponent, context: ServerContext, kind?: EditedDefinition): Row {
  const properties = context.index.effectiveProperties(component.id);
  const language = context.environment.state.organization.baseLanguage;
  const labels = (name: string): LabelText[] => storedLabels(properties[kind?.labels[name] ?? ""]);
  const short = component.name.slice(component.name.indexOf(".") + 1);
  return {
    MetadataId: component.id,
    LogicalName: logicalName(component),
    SchemaName: text(properties.schemaname, short),
    DisplayName: labelValue(labels("DisplayName"), component.displayName, language),
    Description: labelValue(labels("Description"), undefined, language),
    IsManaged: isManaged(component),
    IsCustomizable: { Value: true, CanBeChanged: true, ManagedPropertyLogicalName: "iscustomizable" },
    CreatedOn: component.createdOn,
    ModifiedOn: component.modifiedOn,
  };
}

export const COMMON = [
  ...columns("guid", "MetadataId"),
  ...columns("string", "LogicalName", "SchemaName"),
  ...columns("json", "DisplayName", "Description", "IsCustomizable"),
  ...columns("boolean", "IsManaged"),
  ...columns("date", "CreatedOn", "ModifiedOn"),
];
