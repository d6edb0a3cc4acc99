import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import type { Row, StoredComponent } from "../store/model";
import { newComponentId } from "./componentId";
import { customize } from "./customize";
import { requireComponent } from "./dependencyRows";
import { PlatformFault } from "./fault";
import { notFound } from "./faults";
import { knownTypeNumber, type Work } from "./work";

const KIND = /^#?Microsoft\.Dynamics\.CRM\.(\w+)$/i;

/** Columns that name the component instead of setting something. */
const NAMING = new Set(["@odata.type", "connectionreferencelogicalname", "schemaname", "environmentvariablevalueid"]);

/**
 * Puts what the client sent with the import into the Active layer: connections of connection references and values of
 * environment variables (§6.4). That is how an import alone leaves unmanaged layers (§8.1). Other kinds are ignored.
 * @throws 0x80040217 when the environment has no such connection reference or variable.
 */
export function applyParameters(work: Work, parameters: readonly Row[]): void {
  for (const parameter of parameters) {
    const kind = KIND.exec(text(parameter["@odata.type"]))?.[1]?.toLowerCase();
    const values = Object.fromEntries(Object.entries(parameter).filter(([name]) => !NAMING.has(name)));
    if (kind === "connectionreference") customize(work, connectionReference(work, parameter), values);
    if (kind === "environmentvariablevalue") customize(work, variableValue(work, parameter), values);
  }
}

function connectionReference(work: Work, parameter: Row): StoredComponent {
  const name = text(parameter.connectionreferencelogicalname);
  const type = knownTypeNumber(work.store, "connectionreference");
  const found = type === undefined ? undefined : work.store.find(type, name.toLowerCase());
  if (!found) throw notFound(`connectionreference With Logical Name = ${name}`);
  return found;
}

function variableValue(work: Work, parameter: Row): StoredComponent {
  const name = text(parameter.schemaname);
  const definition = work.store.find(ComponentType.EnvironmentVariableDefinition, name.toLowerCase());
  if (!definition) throw notFound(`environmentvariabledefinition With Schema Name = ${name}`);
  return valueOf(work, definition);
}

/** The variable's value, made when it has none yet. It goes by the key of its definition. */
function valueOf(work: Work, { key, type: definition, name, displayName }: StoredComponent): StoredComponent {
  const type = ComponentType.EnvironmentVariableValue;
  return (
    work.store.find(type, key) ?? {
      id: newComponentId(work.store, type, key),
      type,
      key,
      name,
      displayName,
      layers: [],
      references: { Active: [{ type: definition, key }] },
      createdOn: work.at,
      modifiedOn: work.at,
      modifiedBy: work.caller.userId,
      ownerId: work.caller.userId,
    }
  );
}

/**
 * Gives a variable its value by hand.
 * @returns the value's id @throws 404 without such a definition, 0x80040237 when it has a value
 */
export function createVariableValue(work: Work, definitionId: Guid, value: string): Guid {
  const definition = requireComponent(work.store, definitionId, ComponentType.EnvironmentVariableDefinition);
  if (work.store.find(ComponentType.EnvironmentVariableValue, definition.key)) {
    throw new PlatformFault("0x80040237", "A record with matching key values already exists.", 412);
  }
  const component = valueOf(work, definition);
  customize(work, component, { value });
  return component.id;
}

function text(value: Row[string] | undefined): string {
  return typeof value === "string" ? value : "";
}
