import { type Guid, normaliseGuid } from "../../domain/model/guid";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { addressIn, addressOf, platformTypeName, type ReleaseAddress } from "../../domain/releases/releaseAddress";
import type { RequiredComponent } from "../../domain/releases/releaseFacts";
import { requiredAddresses } from "../../domain/releases/requiredAddress";

/** A component that is looked for in the environment, and all that it may be known by. */
export interface Wanted {
  /** Addresses under which it may be found, the likeliest first. */
  readonly addresses: readonly ReleaseAddress[];
  readonly typeName: string;
  readonly ids: readonly Guid[];
  readonly names: readonly string[];
  /** Logical name of the table that it is part of; of a table its own. */
  readonly table?: string;
}

export function wantedOf(component: IncomingComponent): Wanted {
  const typeName = platformTypeName(component.type);
  const { key, id, name, table } = component;
  const keyId = normaliseGuid(key);
  const ids = [...new Set([...(keyId === undefined ? [] : [keyId]), ...(id === undefined ? [] : [id])])];
  const isTable = typeName === "Entity";
  return {
    // What goes by its id is another one under another id, whatever it is called.
    addresses: [
      addressOf(component),
      ...ids.map((one) => addressIn(typeName, one)),
      ...(keyId === undefined ? namedAddress(typeName, name) : []),
    ],
    typeName,
    ids,
    names: keyId === undefined ? [...new Set([name, key])] : [],
    ...((isTable || table !== undefined) && { table: (isTable ? key : (table ?? "")).toLowerCase() }),
  };
}

/** Columns and keys are found by their table and name only: a bare name says nothing. */
const namedAddress = (typeName: string, name: string): ReleaseAddress[] =>
  typeName === "Attribute" || typeName === "EntityKey" ? [] : [addressIn(typeName, name)];

export function wantedEnd(end: RequiredComponent): Wanted {
  const typeName = platformTypeName(end.type);
  const table = typeName === "Entity" ? end.schemaName : end.parentSchemaName;
  return {
    addresses: requiredAddresses(end),
    typeName,
    ids: end.id === undefined ? [] : [end.id],
    names: [end.schemaName ?? end.displayName].filter((name) => name !== undefined),
    ...(table !== undefined && { table: table.toLowerCase() }),
  };
}
