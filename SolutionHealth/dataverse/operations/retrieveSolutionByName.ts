import type { InstalledSolution } from "../../domain/model/solution";
import { quoted } from "../odata";
import { solutionsQuery, toSolution } from "../retrieveSolutions";
import type { Transport } from "../transport";

export const solutionByNameQuery = (uniqueName: string): string =>
  `${solutionsQuery()}&$filter=uniquename eq ${encodeURIComponent(quoted(uniqueName))}`;

/**
 * The installed solution of this unique name, compared without regard to case.
 * @throws DataverseError
 */
export async function retrieveSolutionByName(
  uniqueName: string,
  transport: Transport,
  signal?: AbortSignal,
): Promise<InstalledSolution | undefined> {
  const rows = await transport.getRows(solutionByNameQuery(uniqueName), signal && { signal });
  return rows.map(toSolution).find((solution) => solution?.uniqueName.toLowerCase() === uniqueName.toLowerCase());
}
