import type { Guid } from "../../domain/model/guid";
import type { XmlElement } from "../../domain/xml/element";
import { readXml } from "../../domain/xml/readXml";
import { XmlError } from "../../domain/xml/xmlError";
import { DataverseError } from "../errors";
import { queryText } from "../odata";
import type { Transport } from "../transport";
import { isRow, present, textOf } from "../wire";

/** What an import did with one component, in the server's words (fact sheet §5.3). */
export interface ImportLogEntry {
  /** Name of its element in the log: `entity`, `webResource`, `rootComponent`, … */
  readonly item: string;
  readonly id?: string;
  readonly name: string;
  readonly result: "success" | "warning" | "failure" | "unknown";
  readonly code?: string;
  readonly text?: string;
}

export const importLogQuery = (id: Guid): string => `importjobs(${id})${queryText({ $select: "data" })}`;

/**
 * The log of an import: an entry for each component that was processed.
 * @returns undefined where the server has no log of it (yet)
 * @throws DataverseError, "unreadable" for a log that is no XML
 */
export async function retrieveImportLog(
  id: Guid,
  transport: Transport,
  signal?: AbortSignal,
): Promise<ImportLogEntry[] | undefined> {
  const row = await transport.get(importLogQuery(id), signal && { signal });
  const data = isRow(row) ? textOf(row, "data") : undefined;
  return data === undefined ? undefined : readImportLog(data);
}

/**
 * The whole element set is not documented, so the tree is walked whatever its names are: each `<result>` belongs to the
 * element it stands in.
 * @throws DataverseError "unreadable"
 */
export function readImportLog(data: string): ImportLogEntry[] {
  const entries: ImportLogEntry[] = [];
  try {
    for (const element of readXml(data, "importjob.data").descendants()) {
      for (const result of element.childrenNamed("result")) entries.push(toEntry(element, result));
    }
  } catch (error) {
    if (error instanceof XmlError) throw new DataverseError("unreadable", error.message, { cause: error });
    throw error;
  }
  return entries;
}

const RESULTS: Readonly<Record<string, ImportLogEntry["result"]>> = {
  success: "success",
  warning: "warning",
  failure: "failure",
};

const NO_CODE: ReadonlySet<string> = new Set(["", "0", "0x0"]);

function toEntry(element: XmlElement, result: XmlElement): ImportLogEntry {
  const id = element.attribute("id");
  const code = result.attribute("errorcode") ?? "";
  const text = result.attribute("errortext");
  return {
    item: element.name,
    name: element.attribute("LocalizedName") ?? element.childText("UniqueName") ?? id ?? "",
    result: RESULTS[(result.attribute("result") ?? "").toLowerCase()] ?? "unknown",
    ...present({
      id: id === "" ? undefined : id,
      code: NO_CODE.has(code) ? undefined : code,
      text: text === "" ? undefined : text,
    }),
  };
}
