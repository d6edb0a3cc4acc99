import { readLayers } from "../../dataverse/overrides/layerReading";
import { createWorkList } from "../../dataverse/overrides/workList";
import { retrieveSolutions } from "../../dataverse/retrieveSolutions";
import { DataverseError } from "../../dataverse/errors";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { solutionStamps, toEntry } from "./overrideEntries";
import type { OverrideBoard } from "./overrideBoard";
import type { OverridesPorts } from "./ports";

/** Reads components of the list again, after something was done to them. What cannot be read becomes unknown. */
export async function rereadEntries(
  keys: readonly ComponentKey[],
  board: OverrideBoard,
  { transport, reading }: OverridesPorts,
  signal: AbortSignal,
): Promise<void> {
  const entries = keys.flatMap((key) => board.entries().get(key) ?? []);
  if (entries.length === 0) return;
  try {
    const stamps = solutionStamps(await retrieveSolutions(transport, signal));
    const work = createWorkList<(typeof entries)[number]["component"]>();
    // The time of change is an old one now: the next scan is not to rely on it.
    work.add(entries.map(({ component: { modifiedOn: _modifiedOn, ...component } }) => component));
    work.end();
    await readLayers(
      work,
      transport,
      signal,
      (component, outcome) => board.put([toEntry(component, outcome, stamps)]),
      reading,
    );
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    const failed = entries.map(({ component }) => toEntry(component, { status: "failed", error }, new Map()));
    if (!signal.aborted) board.put(failed);
  }
}
