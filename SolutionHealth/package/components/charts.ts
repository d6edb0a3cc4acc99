import { ComponentType } from "../../domain/model/componentType";
import { normaliseGuid } from "../../domain/model/guid";
import type { XmlElement } from "../../domain/xml/element";
import { fetchReferences } from "./fetchReferences";
import { displayLabel, leafProperties } from "./properties";
import { References } from "./references";
import type { ComponentDraft, PackageSource } from "./source";
import { tableElements } from "./tables";

/** Charts (table `savedqueryvisualization`). */
export function* readCharts(source: PackageSource): Iterable<ComponentDraft> {
  for (const table of tableElements(source)) {
    for (const chart of table.element.child("Visualizations")?.childrenNamed("visualization") ?? []) {
      const draft = readChart(chart, table.logicalName, source);
      if (draft) yield draft;
    }
  }
}

function readChart(chart: XmlElement, table: string, source: PackageSource): ComponentDraft | undefined {
  const id = normaliseGuid(chart.childText("savedqueryvisualizationid") ?? "");
  if (id === undefined) {
    source.unread.addElement("nameless", chart);
    return undefined;
  }
  const shell = chart.attribute("unmodified") === "1";
  const name = displayLabel(chart, source.languageCode);
  const references = new References().table(table);
  for (const element of chart.descendants()) if (element.name === "fetch") fetchReferences(element, references);
  return {
    type: ComponentType.SavedQueryVisualization,
    key: id,
    id,
    name: name ?? id,
    displayName: name,
    table,
    shell,
    properties: shell
      ? {}
      : {
          primaryentitytypecode: table,
          ...(name === undefined ? {} : { name }),
          ...leafProperties(chart, ["savedqueryvisualizationid", "datadescription", "presentationdescription"]),
          datadescription: chart.child("datadescription")?.innerXml() ?? "",
          presentationdescription: chart.child("presentationdescription")?.innerXml() ?? "",
        },
    references: references.list,
  };
}
