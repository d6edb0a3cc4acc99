import { XMLParser } from "fast-xml-parser";

/** One `<result>` of an import job's data, with the component it stands in (fact sheet §5.3). */
interface ImportResult {
  readonly itemType: string;
  readonly id: string;
  readonly name: string;
  readonly result: string;
  readonly errorCode: string;
  readonly errorText: string;
}

const ATTRIBUTE = "@";
const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: ATTRIBUTE, parseAttributeValue: false });

type Node = Readonly<Record<string, unknown>>;

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null;
}

function attribute(node: Node, name: string): string {
  const value = node[ATTRIBUTE + name];
  return typeof value === "string" ? value : "";
}

/** The whole element set is not documented, so the tree is walked whatever its names are. */
function collect(node: Node, name: string, found: ImportResult[]): void {
  for (const [childName, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? (value as unknown[]) : [value]) {
      if (!isNode(child)) continue;
      if (childName !== "result") {
        collect(child, childName, found);
        continue;
      }
      found.push({
        itemType: name,
        id: attribute(node, "id"),
        name: attribute(node, "LocalizedName"),
        result: attribute(child, "result"),
        errorCode: attribute(child, "errorcode"),
        errorText: attribute(child, "errortext"),
      });
    }
  }
}

/** Reads `importjob.data`. Empty data has no results. */
export function importResults(data: string): ImportResult[] {
  const found: ImportResult[] = [];
  const root: unknown = data === "" ? undefined : parser.parse(data);
  if (isNode(root)) collect(root, "", found);
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
