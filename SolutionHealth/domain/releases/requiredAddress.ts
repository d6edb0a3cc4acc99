import { normaliseGuid } from "../model/guid";
import type { IncomingDependencyEnd } from "./incomingPackage";
import { addressIn, platformTypeName, type ReleaseAddress } from "./releaseAddress";

/** Kinds that are called by their table and their own name. */
const BY_TABLE: ReadonlySet<string> = new Set(["Attribute", "EntityKey"]);

/** Every address under which the required component may be known, the likeliest first (fact sheet §13.1). */
export function requiredAddresses(end: IncomingDependencyEnd): ReleaseAddress[] {
  const typeName = platformTypeName(end.type);
  const { schemaName, parentSchemaName: parent, displayName, id } = end;
  const keys = new Set<string>();
  if (schemaName !== undefined) {
    const name = normaliseGuid(schemaName) ?? schemaName.trim();
    if (BY_TABLE.has(typeName)) keys.add(parent === undefined ? name : `${parent}.${name}`);
    else keys.add(name);
    // Assemblies and their types are written with version and culture.
    if (name.includes(",")) keys.add(name.slice(0, name.indexOf(",")));
  }
  if (id !== undefined) keys.add(id);
  if (keys.size === 0 && displayName !== undefined) keys.add(displayName);
  return [...keys].map((key) => addressIn(typeName, key));
}

/**
 * The same, and what brings it along: the option set of one column, `<table>_<column>`, comes with its column, those of a row's
 * state with the table.
 */
export function bringerAddresses(end: IncomingDependencyEnd): ReleaseAddress[] {
  const own = requiredAddresses(end);
  const name = end.schemaName?.trim().toLowerCase() ?? "";
  if (platformTypeName(end.type) !== "OptionSet") return own;
  const cuts = [...name].flatMap((sign, at) =>
    sign === "_" ? [[name.slice(0, at), name.slice(at + 1)] as const] : [],
  );
  const owners = cuts.flatMap(([table, column]) => [
    addressIn("Attribute", `${table}.${column}`),
    ...(column === "statecode" || column === "statuscode" ? [addressIn("Entity", table)] : []),
  ]);
  return [...own, ...owners];
}
