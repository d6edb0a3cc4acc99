import { CLASSIC_TYPE_NAMES } from "../components/classicTypeNames";
import type { IncomingKey } from "./incomingPackage";

/** Type and key as one text, e.g. `Attribute con_project.con_name`: the same for a package and an environment. */
export type ReleaseAddress = string;

/** Platform name of a type: two numbers of one kind share it (fact sheet §4.6). */
export function platformTypeName(type: number | string): string {
  const number = typeof type === "number" ? type : /^\d+$/.test(type) ? Number(type) : undefined;
  if (number !== undefined) return CLASSIC_TYPE_NAMES.get(number) ?? String(number);
  const name = String(type).toLowerCase();
  return NAMED_NUMBERS.get(name) ?? name;
}

/** Newer kinds that are mentioned by the name of their table although they have a number (§2.3). */
const NAMED_NUMBERS: ReadonlyMap<string, string> = new Map([
  ["environmentvariabledefinition", "EnvironmentVariableDefinition"],
  ["environmentvariablevalue", "EnvironmentVariableValue"],
  ["canvasapp", "CanvasApp"],
]);

export const addressOf = ({ type, key }: IncomingKey): ReleaseAddress => addressIn(platformTypeName(type), key);

export const addressIn = (typeName: string, key: string): ReleaseAddress => `${typeName} ${key.toLowerCase()}`;
