import { plainText } from "../odata/plainText";
import type { Row } from "../store/model";
import type { ServerContext } from "./context";
import { componentTypeLabels, kindOf } from "./tables/componentKinds";
import { logicalName } from "./tables/tableNames";

const TYPE_NAMES: Readonly<Record<number, string>> = {
  0: "None",
  1: "Solution Internal",
  2: "Published",
  4: "Unpublished",
};

/** One end of a dependency with names: what spares the maker portal a call per component (fact sheet §16). */
function end(row: Row, side: "required" | "dependent", context: ServerContext): Row {
  const { store, state } = context.environment;
  const read = (name: string) => row[`${side}component${name}`] ?? null;
  const component = store.component(plainText(read("objectid")));
  const parent = store.component(plainText(read("parentid")));
  const base = store.solution(plainText(read("basesolutionid")));
  const type = Number(read("type"));
  const named: Row = {
    objectid: read("objectid"),
    displayname: component?.displayName ?? null,
    name: component ? logicalName(component) : null,
    type,
    typename: componentTypeLabels[type] ?? kindOf(type, state.environmentTypes)?.name ?? null,
    parentid: read("parentid"),
    parentdisplayname: parent?.displayName ?? null,
    basesolutionid: read("basesolutionid"),
    basesolutionname: base?.friendlyName ?? null,
    basesolutionuniquename: base?.uniqueName ?? null,
    basesolutionversion: base?.version ?? null,
    entitylogicalname: component?.table ?? null,
    entitysetname: null,
  };
  return Object.fromEntries(Object.entries(named).map(([name, value]) => [`${side}component${name}`, value]));
}

/** A row of `DependencyMetadataInfoCollection`. */
export function describeDependency(row: Row, context: ServerContext): Row {
  return {
    ...end(row, "required", context),
    ...end(row, "dependent", context),
    dependencyid: row.dependencyid ?? null,
    dependencytype: row.dependencytype ?? null,
    dependencytypename: TYPE_NAMES[Number(row.dependencytype)] ?? null,
    isdependencyremovalenabled: false,
  };
}
