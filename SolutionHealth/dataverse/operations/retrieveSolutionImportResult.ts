import type { Guid } from "../../domain/model/guid";
import { DataverseError } from "../errors";
import type { Transport } from "../transport";
import { isRow, rowOf, textOf, type WireRow } from "../wire";

/** How an import went, in the server's words (fact sheet §5.3). */
export interface SolutionImportResult {
  /** "Passed" is the only good one seen. */
  readonly status: string;
  readonly warnings: readonly string[];
  readonly errors: readonly string[];
}

export const solutionImportResultQuery = (importJobId: Guid): string =>
  `RetrieveSolutionImportResult(ImportJobId=${importJobId})`;

/** @throws DataverseError */
export async function retrieveSolutionImportResult(
  importJobId: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<SolutionImportResult> {
  const body = await transport.get(solutionImportResultQuery(importJobId), signal && { signal });
  const result = isRow(body) ? rowOf(body, "SolutionOperationResult") : undefined;
  if (result === undefined) throw new DataverseError("unreadable", "The answer holds no result.");
  return {
    status: textOf(result, "Status") ?? "",
    warnings: messagesOf(result, "WarningMessages"),
    errors: messagesOf(result, "ErrorMessages"),
  };
}

/** Only empty lists have been seen: the entries may be texts, or objects with a text inside. */
function messagesOf(result: WireRow, name: string): string[] {
  const list = result[name];
  return (Array.isArray(list) ? (list as unknown[]) : []).map((entry) => {
    if (typeof entry === "string") return entry;
    return (
      (isRow(entry) ? (textOf(entry, "Message") ?? textOf(entry, "ErrorMessage")) : undefined) ?? JSON.stringify(entry)
    );
  });
}
