import { ComponentType } from "../../domain/model/componentType";
import type { Properties } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import type { Steps } from "../reading/steps";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type Found, type PackageSource } from "./source";

const WORKFLOW: RecordKind = {
  type: ComponentType.Workflow,
  idColumn: "workflowid",
  nameColumn: "name",
  documents: ["labels", "ProcessTriggers", "processroleassignment"],
};

/** Processes and flows: the row, with its definition from the file beside it (`clientdata` of flows, else `xaml`). */
export function* readProcesses(source: PackageSource): Found {
  for (const element of elementsOf(source, "Workflows", "Workflow")) {
    const draft = readRecord(element, WORKFLOW, source);
    if (draft) yield draft.shell ? draft : yield* withDefinition(draft, element, source);
  }
}

function* withDefinition(draft: ComponentDraft, element: XmlElement, source: PackageSource): Steps<ComponentDraft> {
  const { jsonfilename, xamlfilename, ...rest } = draft.properties;
  const paths = [jsonfilename, xamlfilename].map((path) => (typeof path === "string" ? path : undefined));
  const clientdata = yield* source.files.text(paths[0]);
  const xaml = yield* source.files.text(paths[1]);
  const properties: Properties = { ...rest };
  if (clientdata !== undefined) properties.clientdata = clientdata;
  if (xaml !== undefined) properties.xaml = xaml;
  return {
    ...draft,
    ...tableOf(element),
    properties,
    references: definitionReferences(element, `${clientdata ?? ""}${xaml ?? ""}`),
    files: paths.flatMap((path) => source.files.find(path) ?? []),
  };
}

function tableOf(element: XmlElement): { readonly table?: string } {
  const table = element.childText("PrimaryEntity")?.toLowerCase() ?? "";
  return table === "" || table === "none" ? {} : { table };
}

/**
 * Connection references, child flows and environment variables by their places in the flow's JSON; tables in XAML by
 * the attribute the designer writes. A regular expression finds them without parsing megabytes twice.
 */
function definitionReferences(element: XmlElement, definition: string): References["list"] {
  const references = new References().table(tableOf(element).table);
  for (const [, name] of definition.matchAll(/"connectionReferenceLogicalName"\s*:\s*"([^"]+)"/g)) {
    references.add("connectionreference", name);
  }
  for (const [, id] of definition.matchAll(/"workflowReferenceName"\s*:\s*"([^"]+)"/g)) {
    references.addId(ComponentType.Workflow, id);
  }
  for (const [, name] of definition.matchAll(/"metadata"\s*:\s*\{[^{}]*?"schemaName"\s*:\s*"([^"]+)"/g)) {
    references.add(ComponentType.EnvironmentVariableDefinition, name);
  }
  for (const [, name] of definition.matchAll(/\bEntityName="([a-z][a-z0-9_]*)"/g)) references.table(name);
  return references.list;
}
