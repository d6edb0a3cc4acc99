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

function baseSolution(id: string, context: ServerContext): Row {
  const base = context.environment.store.solution(id);
  return {
    basesolutionid: id === "" ? null : id,
    basesolutionname: base?.friendlyName ?? null,
    basesolutionuniquename: base?.uniqueName ?? null,
    basesolutionversion: base?.version ?? null,
  };
}

function described(id: string, type: number, context: ServerContext): Row {
  const { store, state } = context.environment;
  const component = store.component(id);
  return {
    objectid: id,
    displayname: component?.displayName ?? null,
    name: component ? logicalName(component) : null,
    type,
    typename: componentTypeLabels[type] ?? kindOf(type, state.environmentTypes)?.name ?? null,
    entitylogicalname: component?.table ?? null,
    entitysetname: null,
  };
}

/** One end of a dependency with names: what spares the maker portal a call per component (fact sheet §16). */
function end(row: Row, side: "required" | "dependent", context: ServerContext): Row {
  const read = (name: string) => plainText(row[`${side}component${name}`]);
  const named: Row = {
    ...described(read("objectid"), Number(read("type")), context),
    parentid: read("parentid"),
    parentdisplayname: context.environment.store.component(read("parentid"))?.displayName ?? null,
    ...baseSolution(read("basesolutionid"), context),
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
