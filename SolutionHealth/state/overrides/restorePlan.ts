import { DataverseError } from "../../dataverse/errors";
import { componentTable } from "../../dataverse/overrides/componentTables";
import { retrieveComponentRow } from "../../dataverse/overrides/retrieveComponentRow";
import type { Transport } from "../../dataverse/transport";
import { canonicalText } from "../../domain/canonicalText";
import { readProperties } from "../../domain/layers/layerJson";
import { ACTIVE_LAYER } from "../../domain/layers/componentLayer";
import { nameKey } from "../../domain/solutions/solutionNames";
import type { Properties, PropertyValue } from "../../domain/model/property";
import type { InstalledSolution } from "../../domain/model/solution";
import type { BackupEnvironment, BackupItem } from "../../domain/overrides/backup";
import { toFailure } from "../failure";
import type { KnownEnvironment } from "./ports";
import type { RestoreItem, RestoreNote } from "./model";

/** Properties that are never written: the platform keeps them itself. */
type Ignored = ReadonlySet<string>;

/**
 * What putting one override back would write, checked against the environment as it is now. Writes nothing.
 * @throws DataverseError "cancelled"
 */
export async function planRestore(
  item: BackupItem,
  solutions: readonly InstalledSolution[],
  bookkeeping: readonly string[],
  transport: Transport,
  signal: AbortSignal,
): Promise<RestoreItem> {
  const { component } = item;
  const nothing = { component, writable: false, values: [], byHand: [] } as const;
  const active = item.layers.find(({ solution }) => solution.toLowerCase() === ACTIVE_LAYER.toLowerCase());
  const changes = readProperties(active?.changes);
  if (changes.status === "unreadable") {
    return { ...nothing, notes: ["notReadable"], byHand: wholeLayer(active?.changes ?? null) };
  }
  try {
    const now = await retrieveComponentRow(component, transport, signal);
    const versionNote: RestoreNote[] = hasOtherVersion(item, solutions) ? ["versionChanged"] : [];
    return { component, ...split(item, changes.value, now, new Set(bookkeeping), versionNote) };
  } catch (error) {
    if (!(error instanceof DataverseError) || error.kind === "cancelled") throw error;
    const note = error.kind === "notFound" ? "componentGone" : "notReadable";
    return {
      ...nothing,
      notes: [note],
      byHand: byHandOf(changes.value, new Set(bookkeeping)),
      failure: toFailure(error),
    };
  }
}

/** Whether a backup was taken in this environment: by its id where both are known, else by its address. */
export function isOfEnvironment(backup: BackupEnvironment, environment: KnownEnvironment): boolean {
  if (backup.organizationId !== undefined && environment.organizationId !== undefined) {
    return backup.organizationId === environment.organizationId;
  }
  return originOf(backup.url) === originOf(environment.url);
}

function split(
  { component }: BackupItem,
  changes: Properties,
  now: Properties | undefined,
  ignored: Ignored,
  versionNote: readonly RestoreNote[],
): Omit<RestoreItem, "component"> {
  const table = componentTable(component.typeName);
  const wanted = Object.entries(changes).filter(
    ([property]) => !ignored.has(property.toLowerCase()) && table?.derived.includes(property) !== true,
  );
  const writable = wanted.flatMap(([property, value]) => {
    const then = writableValue(value);
    return table?.writable.includes(property) && then !== undefined ? [{ property, now: now?.[property], then }] : [];
  });
  const values = writable.filter((value) => value.now === undefined || !isSame(value.now, value.then));
  const written = new Set(writable.map(({ property }) => property));
  const byHand = byHandOf(Object.fromEntries(wanted.filter(([property]) => !written.has(property))), ignored);
  const notes: RestoreNote[] = [
    ...versionNote,
    ...(byHand.length > 0 ? (["byHand"] as const) : []),
    ...(values.length === 0 && byHand.length === 0 ? (["nothingToWrite"] as const) : []),
  ];
  return { writable: values.length > 0, notes, values, byHand };
}

/** Option values are objects in layers and numbers in tables (fact sheet §4.4); other objects no table takes. */
function writableValue(value: PropertyValue): PropertyValue | undefined {
  if (typeof value !== "object" || value === null) return value;
  return !Array.isArray(value) && typeof value.Value === "number" ? value.Value : undefined;
}

export const isSame = (a: PropertyValue, b: PropertyValue): boolean => canonicalText(a) === canonicalText(b);

function byHandOf(changes: Properties, ignored: Ignored): RestoreItem["byHand"] {
  return Object.entries(changes)
    .filter(([property]) => !ignored.has(property.toLowerCase()))
    .map(([property, value]) => ({
      property,
      text: typeof value === "string" ? value : JSON.stringify(value, null, 2),
    }));
}

const wholeLayer = (changes: PropertyValue): RestoreItem["byHand"] => [
  { property: "msdyn_changes", text: typeof changes === "string" ? changes : JSON.stringify(changes, null, 2) },
];

/** An override fits what it was made on: every managed solution of its stack must be there, in the same version. */
function hasOtherVersion({ versions }: BackupItem, solutions: readonly InstalledSolution[]): boolean {
  const now = new Map(solutions.map(({ uniqueName, version }) => [nameKey(uniqueName), version]));
  return versions.some(({ solution, version }) => now.get(nameKey(solution)) !== version);
}

function originOf(url: string): string {
  try {
    return new URL(url).origin;
  } catch {
    return url;
  }
}
