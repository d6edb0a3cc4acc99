import { methodNotAllowed } from "../../odata/syntaxFault";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { requirePrivileges } from "../user";
import { definitionEdit, type EditedDefinition } from "./metadataEdit";

const DISPLAY_NAME = "DisplayName - LocalizedLabel";
const DESCRIPTION = "Description - LocalizedLabel";

export const ENTITY: EditedDefinition = {
  logicalName: "EntityMetadata",
  labels: {
    DisplayName: "LocalizedName - LocalizedLabel",
    DisplayCollectionName: "LocalizedCollectionName - LocalizedLabel",
    Description: DESCRIPTION,
  },
  properties: { IsAuditEnabled: "isauditenabled", EntityColor: "entitycolor" },
};

export const ATTRIBUTE: EditedDefinition = {
  logicalName: "AttributeMetadata",
  labels: { DisplayName: DISPLAY_NAME, Description: DESCRIPTION },
  properties: {
    RequiredLevel: "requiredlevel",
    MaxLength: "maxlength",
    Precision: "accuracy",
    IsAuditEnabled: "isauditenabled",
    IsSecured: "issecured",
  },
};

export const OPTION_SET: EditedDefinition = {
  logicalName: "OptionSetMetadataBase",
  labels: { DisplayName: DISPLAY_NAME, Description: DESCRIPTION },
  properties: {},
};

/**
 * Definitions are written as a whole, by PUT. Whether PATCH is taken as well no source says; a switch has it both ways.
 * Either way it is an ordinary edit, which lands in the Active layer (fact sheet §8.1).
 */
export function editing(
  kind: EditedDefinition,
  privilege: string,
  shown: (component: StoredComponent, context: ServerContext) => Row,
): Pick<Table, "replace" | "update"> {
  const write: Required<Table>["replace"] = (context, id, definition, { solution, mergeLabels }) => {
    requirePrivileges(context.user, [privilege], kind.logicalName);
    context.jobs.requireIdle("EntityCustomization");
    const properties = context.index.effectiveProperties(id);
    const component = context.environment.store.component(id);
    const now = component ? shown(component, context) : {};
    const edit = definitionEdit(kind, { definition, properties, shown: now, mergeLabels });
    context.environment.customize(id, edit, context.caller(), solution);
  };
  return {
    replace: write,
    update: (context, id, values, solution) => {
      if (context.options.habits.metadataPatch === "refused") throw methodNotAllowed("PATCH");
      write(context, id, values, { solution, mergeLabels: true });
    },
  };
}
