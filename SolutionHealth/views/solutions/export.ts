import type { Product } from "../product";
import { shown } from "../resource";
import { KIND_WORDS, STATE_LOOKS } from "./looks";
import { csvOf } from "./listing";
import type { SolutionRow } from "./rows";

/** Saves every row that the filters leave, not only those on the screen. */
export function exportCsv(rows: readonly SolutionRow[], product: Product): void {
  const { t, host, state } = product;
  const name = shown(state.environment)?.name ?? "environment";
  const day = host.now().toISOString().slice(0, 10);
  const header = [
    "Solutions_Column_State",
    "Solutions_Column_Name",
    "Overview_UniqueName",
    "Solutions_Column_Version",
    "Solutions_Column_Publisher",
    "Solutions_Column_Type",
    "Overview_Base",
    "Solutions_Column_Installed",
    "Solutions_Column_Updated",
    "Overview_Id",
  ].map((key) => t(key));
  const names = new Map(rows.map(({ solution }) => [solution.id, solution.uniqueName]));
  const lines = rows.map(({ solution, kind, state: it }) => [
    t(STATE_LOOKS[it].word),
    solution.displayName,
    solution.uniqueName,
    solution.version,
    solution.publisher.displayName,
    t(KIND_WORDS[kind]),
    solution.parentId === undefined ? "" : (names.get(solution.parentId) ?? solution.parentId),
    solution.installedOn?.toISOString() ?? "",
    solution.updatedOn?.toISOString() ?? "",
    solution.id,
  ]);
  host.saveFile(
    `solution-health_${fileNamePart(name)}_${day}.csv`,
    csvOf([header, ...lines]),
    "text/csv;charset=utf-8",
  );
}

/** Unique name and id of every row, tab between them, so that they paste into a sheet. */
export async function copyIds(rows: readonly SolutionRow[], { host }: Product): Promise<boolean> {
  return host.copyText(rows.map(({ solution }) => `${solution.uniqueName}\t${solution.id}`).join("\r\n"));
}

const fileNamePart = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
