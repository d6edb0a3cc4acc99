import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { readRecord } from "./records";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Kinds that are one row each, by section and element of customizations.xml. */
const SECTIONS = [
  ["ServiceEndpoints", "ServiceEndpoint", ComponentType.ServiceEndpoint, "serviceendpointid"],
  ["SLAs", "SLA", ComponentType.SLA, "slaid"],
  ["ConvertRules", "ConvertRule", ComponentType.ConvertRule, "convertruleid"],
  ["RoutingRules", "RoutingRule", 150, "routingruleid"],
  ["MobileOfflineProfiles", "MobileOfflineProfile", 161, "mobileofflineprofileid"],
  ["SimilarityRules", "SimilarityRule", 165, "similarityruleid"],
  ["DuplicateRules", "DuplicateRule", ComponentType.DuplicateRule, "duplicateruleid"],
] as const;

/** Service endpoints, SLAs and rules. Their items travel inside them, as XML. */
export function* readPlainRecords(source: PackageSource): Iterable<ComponentDraft> {
  for (const [section, name, type, idColumn] of SECTIONS) {
    for (const element of elementsOf(source, section, name)) {
      const documents = element.children.filter((child) => child.children.length > 0).map((child) => child.name);
      const draft = readRecord(element, { type, idColumn, nameColumn: "name", documents }, source, references(element));
      if (draft) yield draft;
    }
  }
}

/** Rules start processes. */
function references(element: XmlElement): References["list"] {
  const found = new References();
  for (const one of element.descendants()) {
    if (one.name.toLowerCase() === "workflowid") found.addId(ComponentType.Workflow, one.text);
  }
  return found.list;
}
