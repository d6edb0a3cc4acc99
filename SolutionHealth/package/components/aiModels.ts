import { ComponentType } from "../../domain/model/componentType";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

const MODEL: RecordKind = { type: ComponentType.AIProject, idColumn: "msdyn_aimodelid", nameColumn: "msdyn_name" };
const CONFIGURATION: RecordKind = {
  type: ComponentType.AIConfiguration,
  idColumn: "msdyn_aiconfigurationid",
  nameColumn: "msdyn_name",
};

/** AI models and the configurations they were trained and published with. */
export function* readAiModels(source: PackageSource): Iterable<ComponentDraft> {
  for (const element of elementsOf(source, "AIModels", "AIModel")) {
    const references = new References().addId(ComponentType.AIProjectType, element.childText("msdyn_templateid"));
    const model = readRecord(element, MODEL, source, references.list);
    if (model === undefined) continue;
    yield model;
    for (const configuration of element.child("AIConfigurations")?.childrenNamed("AIConfiguration") ?? []) {
      const draft = readRecord(configuration, CONFIGURATION, source, new References().add(model.type, model.key).list);
      if (draft) yield draft;
    }
  }
}
