import type { Guid } from "../../domain/model/guid";
import { present } from "../../domain/present";
import { concernsOneRead, DataverseError } from "../errors";
import { quoted } from "../odata";
import { readPage } from "../page";
import { type RowsItem, retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import { guidOf, isRow, numberOf, rowOf, textOf, type WireRow } from "../wire";

/** A component as dependency rows tell it. */
export interface DependencyEnd {
  readonly id: Guid;
  readonly type: number;
}

/** One "needs", as the server tells it; names only where it gives them. */
export interface Dependency {
  readonly required: DependencyEnd;
  readonly dependent: DependencyEnd & {
    readonly name?: string;
    readonly displayName?: string;
    readonly table?: string;
    readonly baseSolutionId?: Guid;
  };
}

/**
 * What stands in the way of a solution's uninstall. First the variant of the maker portal, which gives names; since
 * another client got nothing but empty answers from it (fact sheet §6.2 against §16), an empty one proves nothing and
 * the plain function is asked, as it is where the first is refused.
 * @throws DataverseError
 */
export async function retrieveDependenciesForUninstall(
  { id, uniqueName }: { readonly id: Guid; readonly uniqueName: string },
  transport: Transport,
  signal: AbortSignal,
): Promise<Dependency[]> {
  const described = await retrieveDescribed(id, transport, signal).catch((error: unknown): Dependency[] => {
    if (!concernsOneRead(error)) throw error;
    return [];
  });
  if (described.length > 0) return described;
  const name = encodeURIComponent(quoted(uniqueName));
  const rows = await transport.getRows(`RetrieveDependenciesForUninstall(SolutionUniqueName=${name})`, { signal });
  return rows.map(toDependency);
}

/** Its rows are not in `value` (§16). */
async function retrieveDescribed(id: Guid, transport: Transport, signal: AbortSignal): Promise<Dependency[]> {
  const answer = await transport.get(`RetrieveDependenciesForUninstallWithMetadata(SolutionId=${id})`, { signal });
  const collection = isRow(answer) ? rowOf(answer, "DependencyMetadataCollection") : undefined;
  return readPage({ value: collection?.DependencyMetadataInfoCollection }).rows.map(toDependency);
}

/**
 * What stands in the way of deleting components, by one call each, in the order asked. Those that go along are listed
 * too (§6.2).
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function retrieveDependenciesForDelete(
  components: readonly DependencyEnd[],
  transport: Transport,
  signal: AbortSignal,
): Promise<(Dependency[] | DataverseError)[]> {
  const paths = components.map(({ id, type }) => `RetrieveDependenciesForDelete(ObjectId=${id},ComponentType=${type})`);
  const items = await retrieveRowsOfMany(paths, transport, { signal });
  return items.map(toDependencies);
}

function toDependencies(item: RowsItem): Dependency[] | DataverseError {
  if (item.status === "failed") return item.error;
  try {
    return item.rows.map(toDependency);
  } catch (error) {
    if (concernsOneRead(error)) return error;
    throw error;
  }
}

/** @throws DataverseError "unreadable": what a row without its ends says is not known, and must not be left out */
function toDependency(row: WireRow): Dependency {
  const required = endOf(row, "required");
  const dependent = endOf(row, "dependent");
  if (!required || !dependent) throw new DataverseError("unreadable", "A dependency that does not name both ends.");
  return {
    required,
    dependent: {
      ...dependent,
      ...present({
        name: textOf(row, "dependentcomponentname"),
        displayName: textOf(row, "dependentcomponentdisplayname"),
        table: textOf(row, "dependentcomponententitylogicalname"),
        baseSolutionId: guidOf(row, "dependentcomponentbasesolutionid"),
      }),
    },
  };
}

function endOf(row: WireRow, side: "required" | "dependent"): DependencyEnd | undefined {
  const id = guidOf(row, `${side}componentobjectid`);
  const type = numberOf(row, `${side}componenttype`);
  return id === undefined || type === undefined ? undefined : { id, type };
}
