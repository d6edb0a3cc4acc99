import {
  type ListColumn,
  type ListWords,
  overridesCsv,
  overridesJson,
  overridesMarkdown,
} from "../../domain/overrides/listText";
import type { OverrideRow } from "../../state/overrides/model";
import type { Product } from "../product";
import { shown } from "../resource";
import { ACCEPTANCE_WORDS, OVERRIDE_LOOKS, REASON_SENTENCES } from "./looks";
import type { Names } from "./names";

export type ExportFormat = "csv" | "markdown" | "json";

const HEADERS: Readonly<Record<ListColumn, string>> = {
  owner: "Overrides_Column_Owner",
  type: "Overrides_Column_Type",
  name: "Overrides_Column_Name",
  logicalName: "Overrides_Column_TechnicalName",
  table: "Components_Table",
  id: "Overview_Id",
  state: "Overrides_Column_State",
  reason: "Overrides_Column_Reason",
  acceptance: "Overrides_Column_Accepted",
  changed: "Overrides_Column_Changes",
  below: "Overrides_Column_Below",
  modifiedBy: "Overrides_Column_By",
  modifiedOn: "Overrides_Column_On",
  unmanagedSolutions: "Overrides_Column_Held",
  acceptedBecause: "Accept_Reason",
  expiresOn: "Accept_Expires",
  failure: "Overrides_Column_Failure",
};

const MEDIA: Readonly<Record<ExportFormat, { readonly type: string; readonly ending: string }>> = {
  csv: { type: "text/csv;charset=utf-8", ending: "csv" },
  markdown: { type: "text/markdown;charset=utf-8", ending: "md" },
  json: { type: "application/json", ending: "json" },
};

/**
 * Saves every row that the filters leave, in the order of the list: the same files as the command line writes, in the
 * words of the person's language. Dates are ISO 8601 in UTC.
 */
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
  if (format === "csv") return overridesCsv(rows, wordsOf(product, names));
  if (format === "markdown") return overridesMarkdown(rows, wordsOf(product, names));
  const { host, state } = product;
  const environment = { url: host.clientUrl, name: shown(state.environment)?.name };
  return overridesJson(rows, { createdOn: host.now().toISOString(), environment });
}

const wordsOf = ({ t }: Product, names: Names): ListWords => ({
  header: (column) => t(HEADERS[column]),
  state: (state) => t(OVERRIDE_LOOKS[state].word),
  reason: (reason) => t(REASON_SENTENCES[reason]),
  acceptance: (acceptance) => {
    const word = ACCEPTANCE_WORDS[acceptance];
    return word === undefined ? "" : t(word);
  },
  type: (component) => names.type(component),
  solution: (uniqueName) => names.solution(uniqueName),
});
