import type { StackReading } from "../consequences/affectedComponent";
import { propertyWinners } from "../layers/winners";
import type { PropertyValue } from "../model/property";
import type { IncomingComponent } from "./incomingPackage";
import { addressIn, addressOf, platformTypeName, type ReleaseAddress } from "./releaseAddress";
import type { PackageFacts, Presence, ReleaseFacts, RequiredValue } from "./releaseFacts";

const REFERENCE = "connectionreference";
const VARIABLE = "EnvironmentVariableDefinition";
const VALUE = "EnvironmentVariableValue";

/**
 * Connection references and environment variables of the package, and whether anything gives them a value: what is here, or
 * the package itself. Without one, flows stay off and variables are empty after the import (fact sheet §6.4).
 * @param valuesHere values of the package's variables that are here, also those that the package does not bring
 */
export function requiredValues(
  found: Pick<PackageFacts, "package" | "presence">,
  valuesHere: ReadonlyMap<ReleaseAddress, Presence>,
  stacks: ReleaseFacts["stacks"],
): RequiredValue[] {
  const { components } = found.package;
  const brought = new Set(components.filter(({ shell }) => !shell).map(addressOf));
  return components.flatMap((component): RequiredValue[] => {
    const typeName = platformTypeName(component.type);
    if (typeName === REFERENCE) return [referenceOf(component, statusHere(component, "connectionid", found, stacks))];
    if (typeName !== VARIABLE) return [];
    const value = valuesHere.get(addressIn(VALUE, component.key));
    if (value?.status === "present") return [variableOf(component, "here")];
    const isBrought = brought.has(addressIn(VALUE, component.key)) || isFilled(component.properties.defaultvalue);
    if (isBrought) return [variableOf(component, "package")];
    const standard = statusHere(component, "defaultvalue", found, stacks);
    // Without a default, a value that could not be looked for may be there all the same.
    const isOpen = standard === "none" && value?.status === "unknown" && isHere(component, found);
    return [variableOf(component, isOpen ? "unknown" : standard)];
  });
}

function referenceOf(component: IncomingComponent, value: RequiredValue["value"]): RequiredValue {
  const { connectorid: connector } = component.properties;
  return {
    kind: "connectionReference",
    name: component.name,
    displayName: component.displayName ?? component.name,
    value,
    ...(typeof connector === "string" && { connector }),
  };
}

function variableOf(component: IncomingComponent, value: RequiredValue["value"]): RequiredValue {
  const type = Number(component.properties.type ?? Number.NaN);
  return {
    kind: "environmentVariable",
    name: component.name,
    displayName: component.displayName ?? component.name,
    value,
    ...(Number.isSafeInteger(type) && { variableType: type }),
  };
}

const isHere = (component: IncomingComponent, { presence }: Pick<PackageFacts, "presence">): boolean =>
  presence.get(addressOf(component))?.status !== "absent";

/** Whether what is here has the property filled. */
function statusHere(
  component: IncomingComponent,
  property: string,
  { presence }: Pick<PackageFacts, "presence">,
  stacks: ReleaseFacts["stacks"],
): RequiredValue["value"] {
  const one = presence.get(addressOf(component));
  if (one === undefined || one.status === "unknown") return "unknown";
  if (one.status === "absent") return "none";
  const reading = stacks.get(one.here.component.key);
  if (reading?.status !== "read") return "unknown";
  return isFilled(valueIn(reading, property)) ? "here" : "none";
}

const valueIn = ({ stack }: Extract<StackReading, { status: "read" }>, property: string): PropertyValue | undefined =>
  propertyWinners(stack).get(property)?.value;

const isFilled = (value: PropertyValue | undefined): boolean => value !== undefined && value !== null && value !== "";
