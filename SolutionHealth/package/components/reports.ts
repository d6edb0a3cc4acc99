import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { readRecord, type RecordKind } from "./records";
import { References } from "./references";
import { elementsOf, type Found, type PackageSource } from "./source";

const REPORT: RecordKind = {
  type: ComponentType.Report,
  idColumn: "reportid",
  nameColumn: "name",
  documents: ["defaultfilter", "ReportEntities", "ReportCategories", "ReportVisibilities"],
};

/** Reports; the report's definition (`bodytext`) lies in the file that the XML names. */
export function* readReports(source: PackageSource): Found {
  for (const element of elementsOf(source, "Reports", "Report")) {
    const draft = readRecord(element, REPORT, source, reportReferences(element));
    if (draft === undefined) continue;
    const file = source.files.find(element.childText("ExportedFileName") ?? element.childText("FileName"));
    const text = yield* source.files.text(file?.path);
    yield {
      ...draft,
      properties: text === undefined ? draft.properties : { ...draft.properties, bodytext: text },
      files: file && [file],
    };
  }
}

function reportReferences(element: XmlElement): References["list"] {
  const references = new References();
  for (const entity of element.child("ReportEntities")?.children ?? []) {
    references.table(entity.childText("ObjectTypeCode") ?? entity.text);
  }
  return references.list;
}
