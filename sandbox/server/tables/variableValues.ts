import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import type { Column, Navigation } from "../../odata/column";
import { lookup } from "../../odata/column";
import { PlatformFault } from "../../engine/fault";
import { invalidParameter } from "../../odata/syntaxFault";
import type { Row, StoredComponent } from "../../store/model";
import type { ServerContext } from "../context";
import type { DataColumn } from "../rows/dataColumn";
import { boundLookup } from "../rows/lookupBinding";
import type { Table } from "../table";
import { requirePrivileges } from "../user";
import { isManaged } from "./summaryRow";

const NAVIGATION = "EnvironmentVariableDefinitionId";
const LINK = "_environmentvariabledefinitionid_value";

/** From a value to its variable. The navigation has capitals although the platform made it. */
export const variableDefinitionLink: Navigation = {
  name: NAVIGATION,
  kind: "single",
  target: "environmentvariabledefinitions",
  from: LINK,
  to: "environmentvariabledefinitionid",
};

/** Values go by the key of their definition. */
export const valueDefinition: {
  readonly columns: readonly Column[];
  readonly values: (component: StoredComponent, context: ServerContext) => Row;
} = {
  columns: [lookup("environmentvariabledefinitionid", "environmentvariabledefinition")],
  values: (component, context) => ({
    schemaname: component.name,
    [LINK]: context.environment.store.find(ComponentType.EnvironmentVariableDefinition, component.key)?.id ?? null,
  }),
};

const DEFINITION: DataColumn = {
  name: LINK,
  type: "lookup",
  target: "environmentvariabledefinition",
  creatable: true,
  updatable: false,
  targets: [{ navigation: NAVIGATION, table: "environmentvariabledefinition" }],
};

/** As much of the definitions' table as binding to one needs. */
const definitions: Table = {
  entitySet: variableDefinitionLink.target,
  logicalName: "environmentvariabledefinition",
  primaryKey: variableDefinitionLink.to,
  privilegeName: "EnvironmentVariableDefinition",
  readPrivileges: [],
  columns: [],
  navigations: [],
  rows: () => [],
  find: (context, id) => {
    const component = context.environment.store.component(id);
    return component?.type === ComponentType.EnvironmentVariableDefinition ? {} : undefined;
  },
};

const TABLE = { logicalName: "environmentvariablevalue", schemaName: "EnvironmentVariableValue" };

function create(context: ServerContext, values: Row): Row {
  requirePrivileges(context.user, ["prvCreateEnvironmentVariableValue"], TABLE.logicalName);
  context.jobs.requireIdle("EntityCustomization");
  const binding = values[`${NAVIGATION}@odata.bind`];
  if (binding === undefined) throw invalidParameter(`A value needs '${NAVIGATION}@odata.bind'.`);
  if (typeof values.value !== "string") throw invalidParameter("Cannot convert the value of the property 'value'.");
  const [, definition] = boundLookup(NAVIGATION, binding, {
    context,
    table: TABLE,
    columns: [DEFINITION],
    tableOfSet: (entitySet) => (entitySet === definitions.entitySet ? definitions : undefined),
  });
  const id = context.environment.createVariableValue(definition ?? "", values.value, context.caller());
  return { environmentvariablevalueid: id };
}

/** A value that a package brought stays: taking its unmanaged layer away is another operation (§6.1). */
function remove(context: ServerContext, id: string): void {
  requirePrivileges(context.user, ["prvDeleteEnvironmentVariableValue"], TABLE.logicalName);
  const component = context.environment.store.component(id);
  if (component && isManaged(component)) {
    throw new PlatformFault("0x80040216", `The component with id ${id} is managed and cannot be deleted.`);
  }
  context.environment.removeActiveLayer(id, context.caller());
}

/** Values of environment variables are made and deleted by hand, as no other component is here. */
export const variableValueWrites: Required<Pick<Table, "create" | "remove">> = { create, remove };
