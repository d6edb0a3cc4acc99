import { csvText } from "../../domain/csv";
import type { OverrideRow } from "../../state/overrides/model";
import type { Product } from "../product";
import { shown } from "../resource";
import { ACCEPTANCE_WORDS, changedNames, OVERRIDE_LOOKS, reasonOf } from "./looks";
import type { Names } from "./names";

export type ExportFormat = "csv" | "markdown" | "json";

const HEADER = [
  "Overrides_Column_Owner",
  "Overrides_Column_Type",
  "Overrides_Column_Name",
  "Overrides_Column_TechnicalName",
  "Components_Table",
  "Overrides_Column_State",
  "Overrides_Column_Reason",
  "Overrides_Column_Changes",
  "Overrides_Column_By",
  "Overrides_Column_On",
  "Overrides_Column_Held",
  "Overrides_Column_Accepted",
  "Accept_Reason",
  "Overview_Id",
] as const;

const MEDIA: Readonly<Record<ExportFormat, { readonly type: string; readonly ending: string }>> = {
  csv: { type: "text/csv;charset=utf-8", ending: "csv" },
  markdown: { type: "text/markdown;charset=utf-8", ending: "md" },
  json: { type: "application/json", ending: "json" },
};

/** Saves every row that the filters leave, in the order of the list. Dates are ISO 8601 in UTC. */
export function exportRows(rows: readonly OverrideRow[], format: ExportFormat, product: Product, names: Names): void {
  const { host, state } = product;
  const environment = (shown(state.environment)?.name ?? "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
  const name = ["solution-health-overrides", environment, host.now().toISOString().slice(0, 10)]
    .filter(Boolean)
    .join("_");
  const { type, ending } = MEDIA[format];
  host.saveFile(`${name}.${ending}`, contentOf(rows, format, product, names), type);
}

function contentOf(rows: readonly OverrideRow[], format: ExportFormat, product: Product, names: Names): string {
  if (format === "json") return jsonText(rows, product);
  const lines = [HEADER.map((key) => product.t(key)), ...rows.map((row) => cellsOf(row, product, names))];
  return format === "csv" ? csvText(lines) : markdownText(lines);
}

function cellsOf(row: OverrideRow, product: Product, names: Names): string[] {
  const { component, facts, accepted } = row;
  const acceptance = ACCEPTANCE_WORDS[row.acceptance];
  return [
    names.solution(facts.owner),
    names.type(component),
    component.displayName,
    component.name,
    component.table ?? "",
    product.t(OVERRIDE_LOOKS[facts.state].word),
    reasonOf(row, product),
    changedNames(row).join(", "),
    ...originCells(row),
    acceptance === undefined ? "" : product.t(acceptance),
    accepted?.reason ?? "",
    component.id,
  ];
}

const originCells = ({ origin }: OverrideRow): string[] => [
  origin?.modifiedBy ?? "",
  origin?.modifiedOn?.toISOString() ?? "",
  origin?.unmanagedSolutions?.join(", ") ?? "",
];

/** A table as GitHub and the like show it. */
function markdownText([header = [], ...lines]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...lines.map(line), ""].join("\n");
}

/** Signs that would end the cell, or be taken for markup. */
const markdownCell = (text: string): string =>
  text.replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`).replace(/\s*[\r\n]+\s*/g, " ");

/** For programs: codes instead of words. */
function jsonText(rows: readonly OverrideRow[], { host, state }: Product): string {
  const environment = { url: host.clientUrl, name: shown(state.environment)?.name };
  return `${JSON.stringify({ createdOn: host.now().toISOString(), environment, overrides: rows }, undefined, 2)}\n`;
}
