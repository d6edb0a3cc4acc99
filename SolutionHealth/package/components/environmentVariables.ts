import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import { labelIn, labelsValue, readLabels } from "../labels";
import type { XmlElement } from "../../domain/xml/element";
import { attributeProperties, leafProperties } from "./properties";
import { readNewerKind } from "./newerKinds";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type Found, type PackageSource } from "./source";

const FOLDER = "environmentvariabledefinitions";

/** Environment variables: definitions (380) from files or, in older packages, from a section; values (381) beside. */
export function* readEnvironmentVariables(source: PackageSource): Found {
  for (const element of elementsOf(source, "EnvironmentVariables", "Definition"))
    yield readOldDefinition(element, source);
  for (const file of source.files.under(FOLDER)) {
    if (!/\/environmentvariabledefinition\.xml$/i.test(file.path)) continue;
    const root = yield* source.files.xml(file.path);
    if (root === undefined) continue;
    const definition = readNewerKind(root);
    yield { ...definition, properties: { schemaname: definition.name, ...definition.properties }, files: [file] };
    const values = file.path.replace(/[^/]*$/, "environmentvariablevalues.json");
    if (source.files.has(values)) yield* readValues(yield* source.files.text(values), values, definition, source);
  }
}

function readOldDefinition(element: XmlElement, source: PackageSource): ComponentDraft {
  const name = element.childText("SchemaName") ?? "";
  const names = readLabels(element.child("DisplayName")?.child("LocalizedNames"));
  const displayName = labelIn(names, source.languageCode);
  const descriptions = readLabels(element.child("Description")?.child("LocalizedNames"));
  return {
    type: ComponentType.EnvironmentVariableDefinition,
    key: name.toLowerCase(),
    name,
    id: normaliseGuid(element.childText("EnvironmentVariableDefinitionId") ?? element.attribute("id") ?? ""),
    displayName,
    properties: {
      ...attributeProperties(element),
      ...leafProperties(element),
      ...(displayName === undefined ? {} : { displayname: displayName }),
      "displayname - LocalizedLabel": labelsValue(names),
      "description - LocalizedLabel": labelsValue(descriptions),
    },
  };
}

/** The values file is XML turned into JSON by the exporter: one value is an object, several are a list. */
function* readValues(
  text: string | undefined,
  path: string,
  definition: ComponentDraft,
  source: PackageSource,
): Iterable<ComponentDraft> {
  if (text === undefined) return;
  const values = parse(text);
  if (values === undefined) {
    const { type, key } = definition;
    source.unread.add(
      { code: "brokenJson", entry: path, place: path, text: "The values are no JSON", type, key },
      path,
    );
  }
  const list = member(member(values, "environmentvariablevalues"), "environmentvariablevalue");
  for (const value of Array.isArray(list) ? (list as unknown[]) : [list]) {
    const properties = valueProperties(value);
    if (properties === undefined) continue;
    yield {
      type: ComponentType.EnvironmentVariableValue,
      key: definition.key,
      name: definition.name,
      id: normaliseGuid(properties.environmentvariablevalueid ?? ""),
      displayName: definition.displayName,
      properties,
      references: new References().add(definition.type, definition.key).list,
    };
  }
}

function valueProperties(value: unknown): Record<string, string> | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const texts = Object.entries(value).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return Object.fromEntries(texts.map(([name, text]) => [name.replace(/^@/, ""), text]));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A broken values file costs the values, not the package: the platform asks for them at import.
    return undefined;
  }
}

function member(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
