import { type WireRow, labelOf, numberOf } from "./wire";

/** Option values as documented. Other sources number them differently: only for rows without a label (§5.1). */
const OPERATIONS = [
  "Import",
  "Uninstall",
  "Export",
  "Publish",
  "PublishAll",
  "LanguageProvision",
  "ImportTranslation",
  "RibbonMetadataGeneration",
  "WorkflowSetState",
  "None",
];

const SUBOPERATIONS = ["None", "New", "Upgrade", "Update", "Delete"];

/** The server's own word for the operation, else the documented one, else the bare code. */
export const operationLabel = (row: WireRow): string => label(row, "msdyn_operation", OPERATIONS);

export const suboperationLabel = (row: WireRow): string => label(row, "msdyn_suboperation", SUBOPERATIONS);

function label(row: WireRow, column: string, documented: readonly string[]): string {
  const code = numberOf(row, column);
  return labelOf(row, column) ?? (code === undefined ? "" : (documented[code] ?? String(code)));
}
