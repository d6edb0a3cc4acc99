import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { assemblyKey } from "./pluginAssemblies";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Number of step images in `componenttype`; they never stand in `<RootComponents>` (fact sheet §2.3). */
const STEP_IMAGE = 93;

const STEP: RecordKind = {
  type: ComponentType.SdkMessageProcessingStep,
  idColumn: "sdkmessageprocessingstepid",
  nameColumn: "name",
  documents: ["fxexpressionid"],
};
const IMAGE: RecordKind = { type: STEP_IMAGE, idColumn: "sdkmessageprocessingstepimageid", nameColumn: "name" };

/** Registered plug-in steps and their images. */
export function* readPluginSteps(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "SdkMessageProcessingSteps", "SdkMessageProcessingStep")) {
    const step = readRecord(element, STEP, source, stepReferences(element));
    if (step === undefined) continue;
    yield { ...step, ...tableOf(element) };
    const images =
      element.child("SdkMessageProcessingStepImages")?.childrenNamed("SdkMessageProcessingStepImage") ?? [];
    for (const image of images) {
      const draft = readRecord(image, IMAGE, source, new References().add(step.type, step.key).list);
      if (draft) yield { ...draft, ...tableOf(element) };
    }
  }
}

function tableOf(element: XmlElement): { readonly table?: string } {
  const table = element.childText("PrimaryEntity")?.toLowerCase() ?? "";
  return table === "" || table === "none" ? {} : { table };
}

/** `PluginTypeName` is `Type, Assembly, Version=…`: it names the type and the assembly it lies in. */
function stepReferences(element: XmlElement): References["list"] {
  const table = tableOf(element).table;
  const references = new References().table(table);
  const [type, ...assembly] = (element.childText("PluginTypeName") ?? "").split(",");
  references.add(ComponentType.PluginType, type);
  if (assembly.length > 0) references.add(ComponentType.PluginAssembly, assemblyKey(assembly.join(",").trim()));
  for (const column of (element.childText("FilteringAttributes") ?? "").split(",")) references.column(table, column);
  return references.list;
}
