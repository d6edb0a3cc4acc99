import { parseXml, type XmlElement } from "../../SolutionHealth/package/xml";

/** One `<result>` of an import job's data, with the component it stands in (fact sheet §5.3). */
interface ImportResult {
  readonly itemType: string;
  readonly id: string;
  readonly name: string;
  readonly result: string;
  readonly errorCode: string;
  readonly errorText: string;
}

/** The whole element set is not documented, so the tree is walked whatever its names are. */
function collect(element: XmlElement, found: ImportResult[]): void {
  for (const child of element.children) {
    if (child.name !== "result") {
      collect(child, found);
      continue;
    }
    found.push({
      itemType: element.name,
      id: element.attribute("id") ?? "",
      name: element.attribute("LocalizedName") ?? "",
      result: child.attribute("result") ?? "",
      errorCode: child.attribute("errorcode") ?? "",
      errorText: child.attribute("errortext") ?? "",
    });
  }
}

/** Reads `importjob.data`. Empty data has no results. */
export function importResults(data: string): ImportResult[] {
  const found: ImportResult[] = [];
  if (data !== "") collect(parseXml(data, "importjob.data"), found);
  return found;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function row(cells: readonly string[]): string {
  const text = cells.map((cell) => cell.replace(/[&<>"]/g, (found) => ESCAPES[found] ?? found));
  return `<Row ss:AutoFitHeight="0">${text.map((cell) => `<Cell><Data ss:Type="String">${cell}</Data></Cell>`).join("")}</Row>`;
}

/** The same report as an Excel 2003 workbook, as the platform hands it out. */
export function formattedResults(solutionName: string, results: readonly ImportResult[]): string {
  const head = ["ItemType", "Id", "Localized Name", "Status", "ErrorCode", "ErrorText"];
  const body = results.map(({ itemType, id, name, result, errorCode, errorText }) =>
    row([
      itemType,
      id,
      name,
      result === "success" ? "Processed" : result,
      errorCode === "0" ? "" : errorCode,
      errorText,
    ]),
  );
  return (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>' +
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">' +
    `<Worksheet ss:Name="Solution"><Table>${row(["Name", solutionName])}</Table></Worksheet>` +
    `<Worksheet ss:Name="Components"><Table>${row(head)}${body.join("")}</Table></Worksheet></Workbook>`
  );
}
