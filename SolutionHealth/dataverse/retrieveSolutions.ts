import type { InstalledSolution, Publisher } from "../domain/model/solution";
import { EMPTY_GUID } from "../domain/model/guid";
import { queryText } from "./odata";
import type { Transport } from "./transport";
import { type WireRow, booleanOf, dateOf, guidOf, present, rowOf, textOf } from "./wire";

const COLUMNS = [
  "solutionid",
  "uniquename",
  "friendlyname",
  "version",
  "ismanaged",
  "isvisible",
  "installedon",
  "updatedon",
  "_publisherid_value",
  "_parentsolutionid_value",
  "solutionpackageversion",
  "description",
];

const PUBLISHER_COLUMNS = ["friendlyname", "uniquename", "customizationprefix"];

/** All solutions, invisible and unmanaged ones too: what a page hides it also counts (fact sheet §1.2). */
export const solutionsQuery = (): string =>
  `solutions${queryText({
    $select: COLUMNS.join(","),
    $orderby: "friendlyname asc",
    $expand: `publisherid($select=${PUBLISHER_COLUMNS.join(",")})`,
  })}`;

/** @throws DataverseError */
export async function retrieveSolutions(transport: Transport, signal?: AbortSignal): Promise<InstalledSolution[]> {
  const rows = await transport.getRows(solutionsQuery(), signal && { signal });
  return rows.map(toSolution).filter((solution) => solution !== undefined);
}

/** @returns undefined for a row without an id, which nothing could be done with */
export function toSolution(row: WireRow): InstalledSolution | undefined {
  const id = guidOf(row, "solutionid");
  if (id === undefined) return undefined;
  const uniqueName = textOf(row, "uniquename") ?? id;
  return {
    id,
    uniqueName,
    displayName: textOf(row, "friendlyname") ?? uniqueName,
    version: textOf(row, "version") ?? "",
    managed: booleanOf(row, "ismanaged") ?? false,
    visible: booleanOf(row, "isvisible") ?? true,
    publisher: toPublisher(row),
    ...present({
      description: textOf(row, "description"),
      parentId: guidOf(row, "_parentsolutionid_value"),
      packageVersion: textOf(row, "solutionpackageversion"),
      installedOn: dateOf(row, "installedon"),
      updatedOn: dateOf(row, "updatedon"),
    }),
  };
}

/** The expanded row is absent where the user may not read publishers; the lookup's id is still there. */
function toPublisher(row: WireRow): Publisher {
  const expanded = rowOf(row, "publisherid") ?? {};
  const uniqueName = textOf(expanded, "uniquename") ?? "";
  return {
    id: guidOf(row, "_publisherid_value") ?? guidOf(expanded, "publisherid") ?? EMPTY_GUID,
    uniqueName,
    displayName: textOf(expanded, "friendlyname") ?? uniqueName,
    prefix: textOf(expanded, "customizationprefix") ?? "",
  };
}
