import type { DependencyEnd, DependencyReading, MissingDependency } from "../../domain/health/deepFacts";
import { isOwn } from "../../domain/health/platformSolutions";
import { EMPTY_GUID, type Guid } from "../../domain/model/guid";
import type { InstalledSolution } from "../../domain/model/solution";
import { present } from "../../domain/present";
import { nameKey } from "../../domain/solutions/solutionNames";
import { concernsOneRead, DataverseError } from "../errors";
import { quoted } from "../odata";
import { nameKeyOf, retrieveNames } from "../rollbacks/retrieveNames";
import { type RowsItem, retrieveRowsOfMany } from "../rowsOfMany";
import type { Transport } from "../transport";
import { guidOf, numberOf, textOf, type WireRow } from "../wire";
import type { DeepReading } from "./readStackFacts";
import { presentComponents } from "./presentComponents";
import { toFailure } from "./readAsFact";

/** One need as the server tells it. */
interface Need {
  readonly required: DependencyEnd;
  readonly dependent: DependencyEnd;
  readonly requiredSolutionId?: Guid;
  readonly requiredSince?: string;
}

type NeedReading = { readonly status: "read"; readonly needs: readonly Need[] } | DependencyReading;

/**
 * What own solutions need and this environment lacks, by lower-case unique name. The function tells what a solution
 * needs from outside of itself (fact sheet §6.2), which mostly is there: every component is a member of the default
 * solution, so one without any membership is not.
 * @throws DataverseError "cancelled" or "signedOut", or what kept it from being found out what is there
 */
export async function readMissingDependencies(
  solutions: readonly InstalledSolution[],
  transport: Transport,
  { signal, onProgress = () => undefined }: DeepReading,
): Promise<ReadonlyMap<string, DependencyReading>> {
  const own = solutions.filter(isOwn);
  const paths = own.map(({ uniqueName }) => missingDependenciesPath(uniqueName));
  const items = await retrieveRowsOfMany(paths, transport, {
    signal,
    onRead: (done) => onProgress(done, own.length),
  });
  const readings = own.map((solution, index) => [nameKey(solution.uniqueName), readingOf(items[index])] as const);
  const ids = readings.flatMap(([, reading]) => needsIn(reading).map(({ required }) => required.id));
  const there = await presentComponents([...new Set(ids)], transport, signal);
  const missing = readings.flatMap(([, reading]) => needsIn(reading).filter(({ required }) => !there.has(required.id)));
  const ends = missing.flatMap(({ required, dependent }) => [required.id, dependent.id]);
  const names = await retrieveNames([...new Set(ends)], transport, signal);
  const named = (end: DependencyEnd): DependencyEnd => ({
    ...end,
    ...present({ name: names.get(nameKeyOf(end))?.displayName ?? end.name }),
  });
  const solutionNames = new Map(solutions.map(({ id, uniqueName }) => [id, uniqueName]));
  return new Map(
    readings.map(([key, reading]) => [
      key,
      "needs" in reading
        ? {
            status: "read",
            missing: reading.needs
              .filter(({ required }) => !there.has(required.id))
              .map((need) => toMissing(need, named, solutionNames)),
          }
        : reading,
    ]),
  );
}

const missingDependenciesPath = (uniqueName: string): string =>
  `RetrieveMissingDependencies(SolutionUniqueName=${encodeURIComponent(quoted(uniqueName))})`;

const needsIn = (reading: NeedReading): readonly Need[] => ("needs" in reading ? reading.needs : []);

function readingOf(item: RowsItem | undefined): NeedReading {
  if (item?.status !== "read") return failed(item?.error);
  try {
    return { status: "read", needs: item.rows.map(toNeed) };
  } catch (error) {
    if (!concernsOneRead(error)) throw error;
    return failed(error);
  }
}

const failed = (error: DataverseError | undefined): DependencyReading => ({
  status: "failed",
  failure: error ? toFailure(error) : { kind: "unreadable" },
});

/** @throws DataverseError "unreadable": a row without its ends must not be taken for none */
function toNeed(row: WireRow): Need {
  const required = endOf(row, "required");
  const dependent = endOf(row, "dependent");
  if (!required || !dependent) throw new DataverseError("unreadable", "A dependency that does not name both ends.");
  return {
    required,
    dependent,
    ...present({
      requiredSolutionId: guidOf(row, "requiredcomponentbasesolutionid"),
      requiredSince: majorOf(numberOf(row, "requiredcomponentintroducedversion")),
    }),
  };
}

function endOf(row: WireRow, side: "required" | "dependent"): DependencyEnd | undefined {
  const id = guidOf(row, `${side}componentobjectid`);
  const type = numberOf(row, `${side}componenttype`);
  if (id === undefined || type === undefined) return undefined;
  return { id, type, ...present({ name: textOf(row, `${side}componentdisplayname`) }) };
}

/** The column is a number with a fraction, in which 1.10 and 1.1 are the same (§7): only its whole part can be relied on. */
const majorOf = (version: number | undefined): string | undefined =>
  version === undefined || version < 1 ? undefined : `${String(Math.floor(version))}.0`;

/**
 * Base layers that no solution is needed for: the platform's own, which the list of solutions does not name everywhere
 * (fact sheet §1.3, §7), or none.
 */
const NO_SOLUTION: ReadonlySet<Guid> = new Set(["fd140aad-4df4-11dd-bd17-0019b9312238", EMPTY_GUID]);

/** A solution that no row of the list explains is named by its id: it is not there. */
function toMissing(
  { required, dependent, requiredSolutionId, requiredSince }: Need,
  named: (end: DependencyEnd) => DependencyEnd,
  solutionNames: ReadonlyMap<Guid, string>,
): MissingDependency {
  const requiredSolution =
    requiredSolutionId === undefined || NO_SOLUTION.has(requiredSolutionId)
      ? ""
      : (solutionNames.get(requiredSolutionId) ?? requiredSolutionId);
  return { required: named(required), dependent: named(dependent), requiredSolution, ...present({ requiredSince }) };
}
