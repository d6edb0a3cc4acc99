import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { ComponentKey, PackageComponent } from "../../SolutionHealth/package/model";
import type { EnvironmentStore } from "../store/environmentStore";
import type { StoredComponent } from "../store/model";
import { effectiveProperties } from "./effective";
import { knownTypeNumber } from "./work";

/** Something that an import leaves open, at the component it is about. */
export interface ImportWarning {
  readonly component: ComponentKey;
  readonly text: string;
}

function stored(store: EnvironmentStore, { type, key }: ComponentKey): StoredComponent | undefined {
  const number = knownTypeNumber(store, type);
  return number === undefined ? undefined : store.find(number, key);
}

function isSet(component: StoredComponent | undefined, property: string): boolean {
  const value = component && effectiveProperties(component)[property];
  return typeof value === "string" && value !== "";
}

function isBound(store: EnvironmentStore, reference: ComponentKey): boolean {
  return isSet(stored(store, reference), "connectionid");
}

function ofConnection(store: EnvironmentStore, part: PackageComponent): string | undefined {
  if (isBound(store, part)) return undefined;
  return `The connection reference '${part.name}' has no connection. Flows that use it cannot be turned on.`;
}

function ofVariable(store: EnvironmentStore, part: PackageComponent): string | undefined {
  const { defaultvalue } = part.properties;
  const value = stored(store, { type: ComponentType.EnvironmentVariableValue, key: part.key });
  if ((typeof defaultvalue === "string" && defaultvalue !== "") || isSet(value, "value")) return undefined;
  return `The environment variable '${part.name}' has neither a value nor a default value.`;
}

/** Flows that ship turned on and use a connection reference without a connection. */
function ofFlow(store: EnvironmentStore, part: PackageComponent): string | undefined {
  if (Number(part.properties.statecode) !== 1) return undefined;
  const unbound = part.references.find(
    (reference) => reference.type === "connectionreference" && !isBound(store, reference),
  );
  if (!unbound) return undefined;
  return `The flow '${part.displayName ?? part.name}' needs a connection for the connection reference '${unbound.key}'.`;
}

const RULES: ReadonlyMap<number | string, typeof ofFlow> = new Map<number | string, typeof ofFlow>([
  ["connectionreference", ofConnection],
  [ComponentType.EnvironmentVariableDefinition, ofVariable],
  [ComponentType.Workflow, ofFlow],
]);

/**
 * What the environment, as it is now, leaves open of these components: connections, values. An import goes through
 * without them and says so in its report (fact sheet §5.3); the platform's words are not documented.
 */
export function importWarnings(store: EnvironmentStore, parts: readonly PackageComponent[]): ImportWarning[] {
  return parts.flatMap((part) => {
    const text = part.shell ? undefined : RULES.get(part.type)?.(store, part);
    return text === undefined ? [] : [{ component: part, text }];
  });
}
