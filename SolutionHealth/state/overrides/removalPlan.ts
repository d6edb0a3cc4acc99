import { retrieveComponentRow } from "../../dataverse/overrides/retrieveComponentRow";
import { DataverseError } from "../../dataverse/errors";
import { retrieveComponentLayers } from "../../dataverse/overrides/retrieveComponentLayers";
import { retrieveSolutions } from "../../dataverse/retrieveSolutions";
import type { Transport } from "../../dataverse/transport";
import type { LayerRow } from "../../domain/layers/componentLayer";
import { toLayerStack } from "../../domain/layers/layerStack";
import type { PropertyValue } from "../../domain/model/property";
import type { InstalledSolution } from "../../domain/model/solution";
import { assessRemoval, incomingValues } from "../../domain/overrides/assessRemoval";
import type { BackupItem, BackupLayer } from "../../domain/overrides/backup";
import { writeBackupFile } from "../../domain/overrides/backupFile";
import { judgeOverride } from "../../domain/overrides/judgeOverride";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { nameKey } from "../../domain/solutions/solutionNames";
import { datedFileName } from "./fileNames";
import type { RemovalItem, RemovalPlan } from "./model";
import type { OverridesPorts } from "./ports";

/** A plan, and what the run needs beside it. */
export interface PreparedRemoval {
  readonly plan: RemovalPlan;
  /** What exactly each Active layer changed before, by component key: tells a new override from the old one. */
  readonly fingerprints: ReadonlyMap<string, string>;
}

interface Looked {
  readonly item: RemovalItem;
  readonly backup?: BackupItem;
  readonly fingerprint: string;
  readonly owner?: string;
}

/**
 * Reads everything anew that is needed to take overrides back: layers for the pre-flight, layers and definitions for the
 * backup. A component that cannot be read is refused, the others stand.
 * @throws DataverseError "cancelled", or when not even the solutions can be read
 */
export async function prepareRemoval(
  components: readonly OverriddenComponent[],
  bookkeeping: readonly string[],
  ports: OverridesPorts,
  signal: AbortSignal,
  onProgress: (done: number) => void,
): Promise<PreparedRemoval> {
  const solutions = await retrieveSolutions(ports.transport, signal);
  let done = 0;
  const looked = await Promise.all(
    components.map(async (component) => {
      const one = await lookAt(component, solutions, bookkeeping, ports.transport, signal);
      onProgress((done += 1));
      return one;
    }),
  );
  const now = new Date(ports.clock.now());
  const items = looked.flatMap(({ backup }) => backup ?? []);
  const content = writeBackupFile({ createdOn: now.toISOString(), environment: ports.environment(), items });
  const confirmation = confirmationFor(looked, ports);
  const plan = {
    items: looked.map(({ item }) => item),
    backup: { fileName: datedFileName("override-backup", now), content },
    ...(confirmation !== undefined && { confirmation }),
  };
  return { plan, fingerprints: new Map(looked.map(({ item, fingerprint }) => [item.component.key, fingerprint])) };
}

async function lookAt(
  component: OverriddenComponent,
  solutions: readonly InstalledSolution[],
  bookkeeping: readonly string[],
  transport: Transport,
  signal: AbortSignal,
): Promise<Looked> {
  try {
    const [rows, definition] = await Promise.all([
      retrieveComponentLayers(component, transport, signal),
      retrieveComponentRow(component, transport, signal),
    ]);
    const stack = toLayerStack({ id: component.id, typeName: component.typeName }, rows);
    const verdict = judgeOverride(stack, bookkeeping);
    const facts = verdict.kind === "override" ? verdict.facts : undefined;
    const ordered = [...rows].sort((a, b) => b.order - a.order);
    return {
      item: { component, removability: assessRemoval(stack), incoming: incomingValues(stack) },
      backup: {
        component,
        layers: ordered.map(toBackupLayer),
        versions: versionsOf(ordered, solutions),
        ...(definition && { definition }),
      },
      fingerprint: facts?.fingerprint ?? "",
      ...(facts?.owner !== undefined && { owner: facts.owner }),
    };
  } catch (error) {
    if (!(error instanceof DataverseError) || error.kind === "cancelled") throw error;
    // Without a way back there is no way there.
    return { item: { component, removability: assessRemoval(undefined), incoming: [] }, fingerprint: "" };
  }
}

function toBackupLayer({ solution, publisher, order, changes, componentJson, children }: LayerRow): BackupLayer {
  const json = (value: unknown): PropertyValue => (value ?? null) as PropertyValue;
  return {
    solution,
    publisher,
    order,
    changes: json(changes),
    componentJson: json(componentJson),
    children: json(children),
  };
}

function versionsOf(rows: readonly LayerRow[], solutions: readonly InstalledSolution[]): BackupItem["versions"] {
  const versions = new Map(solutions.map(({ uniqueName, version }) => [nameKey(uniqueName), version]));
  const own = solutions.filter(({ managed }) => managed).map(({ uniqueName }) => nameKey(uniqueName));
  return rows.flatMap(({ solution }) => {
    const version = own.includes(nameKey(solution)) ? versions.get(nameKey(solution)) : undefined;
    return version === undefined || version === "" ? [] : [{ solution, version }];
  });
}

/** For more than one override, something has to be typed: the solution they are on, or the environment they are in. */
function confirmationFor(looked: readonly Looked[], ports: OverridesPorts): string | undefined {
  const removable = looked.filter(({ item }) => item.removability.verdict !== "refused");
  if (removable.length < 2) return undefined;
  const owners = new Set(removable.map(({ owner }) => owner));
  const [owner] = owners;
  const { name, url } = ports.environment();
  return owners.size === 1 && owner !== undefined ? owner : (name ?? url);
}
