import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { storedLabels } from "../../engine/labelTexts";
import { columns } from "../../odata/column";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { labelValue } from "./metadataLabels";
import { COMMON, common, text } from "./metadataRow";

/** `EntityKeyMetadata` of the Web API reference. */
function keyRow(key: StoredComponent, context: ServerContext): Row {
  const properties = context.index.effectiveProperties(key.id);
  const language = context.environment.state.organization.baseLanguage;
  const { entitykeyattributes: list, iscustomizable: mayChange } = properties;
  const [, name = key.name] = key.key.split(".");
  return {
    ...common(key, context),
    LogicalName: name,
    SchemaName: text(properties.name, key.name),
    DisplayName: labelValue(storedLabels(properties["DisplayName - LocalizedLabel"]), key.displayName, language),
    EntityLogicalName: key.table ?? null,
    IntroducedVersion: text(properties.introducedversion, "") || null,
    IsCustomizable: {
      Value: typeof mayChange === "boolean" ? mayChange : null,
      CanBeChanged: true,
      ManagedPropertyLogicalName: "iscustomizable",
    },
    KeyAttributes: Array.isArray(list) ? list : [],
    EntityKeyIndexStatus: "Active",
    IsExportKey: false,
    IsSecondaryKey: false,
    IsSynchronous: false,
  };
}

/** Reached through `EntityDefinitions(…)/Keys`; the platform has no such set of its own. */
export const keyDefinitions: Table = {
  entitySet: "KeyDefinitions",
  logicalName: "EntityKeyMetadata",
  primaryKey: "MetadataId",
  primaryName: "LogicalName",
  readPrivileges: ["prvReadEntityKey"],
  alternateKeys: [["LogicalName"]],
  columns: [
    ...COMMON,
    ...columns("string", "EntityLogicalName", "IntroducedVersion", "EntityKeyIndexStatus"),
    ...columns("boolean", "IsExportKey", "IsSecondaryKey", "IsSynchronous"),
    ...columns("json", "KeyAttributes"),
  ],
  navigations: [],
  rows: (context) => context.index.componentsOfType(ComponentType.EntityKey).map((key) => keyRow(key, context)),
};
