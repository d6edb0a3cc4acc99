import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Row, StoredComponent } from "../store/model";
import { newComponentId } from "./componentId";
import { customize } from "./customize";
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

/** The variable's value, made when it has none yet. It goes by the key of its definition. */
function variableValue(work: Work, parameter: Row): StoredComponent {
  const name = text(parameter.schemaname);
  const key = name.toLowerCase();
  const definition = work.store.find(ComponentType.EnvironmentVariableDefinition, key);
  if (!definition) throw notFound(`environmentvariabledefinition With Schema Name = ${name}`);
  const type = ComponentType.EnvironmentVariableValue;
  return (
    work.store.find(type, key) ?? {
      id: newComponentId(work.store, type, key),
      type,
      key,
      name: definition.name,
      displayName: definition.displayName,
      layers: [],
      references: { Active: [{ type: definition.type, key }] },
      createdOn: work.at,
      modifiedOn: work.at,
      modifiedBy: work.caller.userId,
    }
  );
}

function text(value: Row[string] | undefined): string {
  return typeof value === "string" ? value : "";
}
