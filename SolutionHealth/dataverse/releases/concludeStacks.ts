import type { StackReading } from "../../domain/consequences/affectedComponent";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { ComponentType } from "../../domain/model/componentType";
import type { Guid } from "../../domain/model/guid";
import type { Properties } from "../../domain/model/property";
import type { InstalledSolution } from "../../domain/model/solution";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { addressOf } from "../../domain/releases/releaseAddress";
import type { PresentComponent } from "../../domain/releases/releaseFacts";
import { incomingComponents } from "../../domain/releases/situation";
import { HolderSearch } from "../rollbacks/holderSearch";
import type { Candidate, ProofGround } from "./candidate";
import { definitionsMayTell } from "./definitionKinds";
import { proveByDefinitions } from "./proveByDefinitions";
import { proveByRows, rowsMayTell } from "./proveByRows";
import type { ListedFacts } from "./readPackageFacts";

export interface ConclusionGround extends ProofGround {
  readonly solutions: readonly InstalledSolution[];
  readonly onProgress: (done: number, total: number) => void;
}

interface Conclusions {
  readonly stacks: ReadonlyMap<ComponentKey, StackReading>;
  /** Of these something is told otherwise than the package has it: their layers decide most. */
  readonly otherwise: ReadonlySet<ComponentKey>;
}

const NOTHING: Conclusions = { stacks: new Map(), otherwise: new Set() };

/**
 * Layers that need not be read: where nobody but the installed solution holds a component and nothing lies on top of it,
 * what its table or its definition shows is what the solution's own layer says (fact sheet §8.1). Where that is what the
 * package says too, the component is unchanged, and the layer is made up from it; everything else is left to the layers
 * themselves. Lists instead of a read a component.
 * @throws DataverseError "cancelled" or "signedOut"; what else fails concludes nothing
 */
export async function concludeStacks(listed: ListedFacts, ground: ConclusionGround): Promise<Conclusions> {
  const { base } = listed.family;
  const { managed } = listed.package.manifest;
  if (!managed || base?.managed !== true || listed.family.patchOf !== undefined) return NOTHING;
  const tables = tablesIn(listed);
  const candidates = await heldByNobodyElse(candidatesIn(listed, base.id, tables), tables, base.id, ground);
  const proofs = [
    await proveByRows(
      candidates.filter(({ incoming }) => rowsMayTell(incoming)),
      ground,
    ),
    await proveByDefinitions(
      candidates.filter(({ incoming }) => definitionsMayTell(incoming)),
      ground,
    ),
  ];
  const stacks = candidates.flatMap((candidate) => {
    const { key } = candidate.here.component;
    const told = proofs.map(({ same }) => same.get(key)).find((one) => one !== undefined);
    return told ? [[key, onlyLayer(candidate, told, base)] as const] : [];
  });
  return { stacks: new Map(stacks), otherwise: new Set(proofs.flatMap(({ otherwise }) => [...otherwise])) };
}

/** Tables that are here, by logical name. */
type Tables = ReadonlyMap<string, PresentComponent>;

function tablesIn({ presence, members }: ListedFacts): Tables {
  const here = [...presence.values()].flatMap((one) => (one.status === "present" ? [one.here] : []));
  return new Map(
    [...here, ...members].flatMap((one) =>
      one.component.type === ComponentType.Entity ? [[one.component.name.toLowerCase(), one] as const] : [],
    ),
  );
}

/** The table that it hangs below: as the package has it, since listings may name either table of a relationship [?]. */
const tableOf = ({ incoming, here }: Candidate): string | undefined =>
  (incoming.table ?? here.component.table)?.toLowerCase();

/** Only the base has a row for it, no flag tells of unmanaged edits, and something tells of all that the package says. */
function candidatesIn({ package: content, presence, members }: ListedFacts, base: Guid, tables: Tables): Candidate[] {
  const held = new Map(members.map(({ component, heldBy }) => [component.key, heldBy]));
  return [...incomingComponents(content.components).values()].flatMap((incoming): Candidate[] => {
    const one = presence.get(addressOf(incoming));
    if (one?.status !== "present" || !isPlain(incoming)) return [];
    const candidate = { incoming, here: one.here };
    const { component, flagged, managed } = one.here;
    const heldBy = held.get(component.key) ?? [];
    // A flag that is not told may be set.
    if (flagged !== false || managed === false || isOfPlatform(candidate, tables)) return [];
    if (heldBy.length !== 1 || heldBy[0] !== base) return [];
    return rowsMayTell(incoming) || definitionsMayTell(incoming) ? [candidate] : [];
  });
}

/**
 * What the platform itself brought has its layer below. Not so the columns that it gives to every table of somebody else's:
 * they are called the platform's too, and came with the table.
 */
function isOfPlatform(candidate: Candidate, tables: Tables): boolean {
  const table = tableOf(candidate);
  return candidate.here.custom === false && (table === undefined || tables.get(table)?.custom !== true);
}

/** Contents that were left in the file are not worth reading. */
const isPlain = ({ shell, deferred = [] }: IncomingComponent): boolean => !shell && deferred.length === 0;

/** A missing membership row is no proof where another solution holds the table with everything in it (§2.1). */
async function heldByNobodyElse(
  candidates: readonly Candidate[],
  tables: Tables,
  base: Guid,
  { solutions, transport, signal, onProgress }: ConclusionGround,
): Promise<Candidate[]> {
  const tableId = (candidate: Candidate): Guid | undefined => tables.get(tableOf(candidate) ?? "")?.component.id;
  const clear = candidates.filter((one) => tableOf(one) === undefined || tableId(one) !== undefined);
  const search = new HolderSearch(solutions, new Set([base]), transport);
  const ids = clear.flatMap((one) => [one.here.component.id, tableId(one) ?? []].flat());
  if (ids.length > 0) await search.ask(ids, signal, onProgress);
  return clear.filter((one) => {
    const [id, ofTable] = [one.here.component.id, tableId(one)];
    const isOpen = search.isOpen(id) || (ofTable !== undefined && search.isOpen(ofTable));
    return !isOpen && search.of(id, ofTable).length === 0;
  });
}

/** The one layer there is: what the package says, and whatever else is told of the component. */
function onlyLayer(
  { incoming, here }: Candidate,
  told: Properties,
  { uniqueName, publisher }: InstalledSolution,
): StackReading {
  const { id, typeName, name } = here.component;
  return {
    status: "read",
    stack: {
      component: { id, typeName },
      layers: [
        {
          name,
          solution: uniqueName,
          kind: "managed",
          publisher: publisher.displayName,
          order: 1,
          changes: { status: "read", value: incoming.properties },
          properties: { status: "read", value: { ...told, ...incoming.properties } },
          children: { status: "read", value: incoming.children ?? {} },
        },
      ],
    },
  };
}
