import { columns } from "../../odata/column";
import { equalValues } from "../../odata/conditions";
import type { QueryOptions } from "../../odata/query";
import { PlatformFault } from "../../engine/fault";
import { guidFor } from "../../store/guidFor";
import type { Row, StoredComponent, StoredLayer } from "../../store/model";
import { ACTIVE_LAYER, SYSTEM_LAYER } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";
import { kindOf } from "./componentKinds";
import { attributes, changesText } from "./layerChanges";

function children(layer: StoredLayer): string | null {
  if (!layer.children) return null;
  const collections = Object.entries(layer.children).map(([name, entries]): [string, Row] => [
    name,
    { Entities: entries.map((entry) => ({ Attributes: attributes(entry) })) },
  ]);
  return JSON.stringify(Object.fromEntries(collections));
}

function publisherName(context: ServerContext, uniqueName: string): string {
  const { solutions, publishers } = context.environment.state;
  if (uniqueName === SYSTEM_LAYER) return "System";
  const solution = solutions.find((known) => known.uniqueName === uniqueName);
  const publisher = publishers.find((known) => known.id === solution?.publisherId);
  return publisher?.friendlyName ?? "Default Publisher";
}

function rowsOf(component: StoredComponent, name: string, context: ServerContext): Row[] {
  const backing = kindOf(component.type, context.environment.state.environmentTypes)?.table ?? name.toLowerCase();
  let whole: Row = {};
  return component.layers.map((layer, index): Row => {
    whole = { ...whole, ...layer.properties };
    const json = { LogicalName: backing, Id: component.id, Attributes: attributes(whole) };
    return {
      msdyn_componentlayerid: guidFor("layer", component.id, layer.solution),
      msdyn_componentid: component.id,
      msdyn_solutioncomponentname: name,
      msdyn_name: component.name,
      msdyn_solutionname: layer.solution,
      msdyn_publishername:
        layer.solution === ACTIVE_LAYER ? "Default Publisher" : publisherName(context, layer.solution),
      msdyn_order: index + 1,
      msdyn_overwritetime: layer.overwriteTime,
      msdyn_componentjson: JSON.stringify(json),
      msdyn_changes: changesText(component, index, context.options.habits),
      msdyn_children: children(layer),
    };
  });
}

function refused(text: string): PlatformFault {
  return new PlatformFault("0x80040265", text);
}

/** Without both key filters, and for a name that does not fit, nothing certain is known (§4.2): switches decide. */
function rows(context: ServerContext, query: QueryOptions): Row[] {
  const { habits } = context.options;
  const [id] = equalValues(query.filter, "msdyn_componentid");
  const [name] = equalValues(query.filter, "msdyn_solutioncomponentname");
  if (id === undefined || name === undefined) {
    if (habits.layersWithoutKey === "empty") return [];
    throw refused("msdyn_componentid and msdyn_solutioncomponentname are required to retrieve component layers.");
  }
  const component = context.environment.store.component(id.toLowerCase());
  if (component && habits.layerFailures.includes(component.type)) {
    throw new PlatformFault("0x80040216", "An unexpected error occurred while retrieving component layers.", 500);
  }
  const kind = component && kindOf(component.type, context.environment.state.environmentTypes);
  if (component && kind?.name === name) return rowsOf(component, name, context);
  if (habits.wrongLayerName === "empty") return [];
  throw refused(`The solution component name '${name}' is not valid for the component '${id}'.`);
}

/** Fact sheet §4. Read-only; `$select` is ignored, JSON travels as text, `msdyn_componentid` is text. */
export const componentLayers: Table = {
  entitySet: "msdyn_componentlayers",
  logicalName: "msdyn_componentlayer",
  primaryKey: "msdyn_componentlayerid",
  primaryName: "msdyn_name",
  readPrivileges: ["prvReadmsdyn_componentlayer"],
  columns: [
    ...columns("guid", "msdyn_componentlayerid"),
    ...columns("string", "msdyn_componentid", "msdyn_solutioncomponentname", "msdyn_name", "msdyn_solutionname"),
    ...columns("string", "msdyn_publishername"),
    ...columns("integer", "msdyn_order"),
    ...columns("date", "msdyn_overwritetime"),
    ...columns("string", "msdyn_changes", "msdyn_componentjson", "msdyn_children"),
  ],
  navigations: [],
  ignoresSelect: true,
  rows,
};
