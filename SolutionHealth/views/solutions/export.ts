import { csvText } from "../../domain/csv";
import type { ShownRow } from "../../domain/solutions/filterSolutions";
import type { Product } from "../product";
import { shown } from "../resource";
import { KIND_WORDS } from "./looks";
import { lookText, type StateLooks } from "./stateLook";
import type { SolutionList } from "./useSolutionList";

const HEADER = [
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
  "Solutions_Reasons",
] as const;

/** Rows that match; a base that only stands above its matching patch is none of them. */
const matching = ({ rows }: SolutionList): ShownRow[] => rows.filter(({ context }) => !context);

/** Saves every row that the filters leave, not only those on the screen. Dates are ISO 8601 in UTC. */
export function exportCsv(list: SolutionList, lookOf: StateLooks, product: Product): void {
  const { t, host, state } = product;
  const lines = matching(list).map((row) => {
    const { solution, kind, standing } = row;
    const look = lookOf(standing);
    return [
      look.word,
      solution.displayName,
      solution.uniqueName,
      solution.version,
      solution.publisher.displayName,
      t(KIND_WORDS[kind]),
      baseName(row, list),
      solution.installedOn?.toISOString() ?? "",
      solution.updatedOn?.toISOString() ?? "",
      solution.id,
      lookText(look),
    ];
  });
  const environment = fileNamePart(shown(state.environment)?.name ?? "");
  const day = host.now().toISOString().slice(0, 10);
  const name = ["solution-health", environment, day].filter(Boolean).join("_");
  host.saveFile(`${name}.csv`, csvText([HEADER.map((key) => t(key)), ...lines]), "text/csv;charset=utf-8");
}

/** Unique name and id of every row, tab between them, so that they paste into a sheet. */
export const copyIds = (list: SolutionList, { host }: Product): Promise<boolean> =>
  host.copyText(
    matching(list)
      .map(({ solution }) => `${solution.uniqueName}\t${solution.id}`)
      .join("\r\n"),
  );

function baseName({ solution, level }: ShownRow, { places }: SolutionList): string {
  return level === 0 ? "" : (places.get(solution.id)?.group.base.solution.uniqueName ?? "");
}

const fileNamePart = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "");
