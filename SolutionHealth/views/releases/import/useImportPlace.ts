import * as React from "react";
import type { Place, PlacedImport } from "../../host";
import { useReleases } from "../releases";

export type Imported = PlacedImport;

/**
 * Keeps in the address which package is being imported, from its start on: a reload must not lose which file it was.
 * @returns what the address says, and how to forget it
 */
export function useImportPlace(
  place: Place,
  go: (place: Place) => void,
): readonly [imported: Imported | undefined, forget: () => void] {
  const { import: state, files } = useReleases().state;
  const { run } = state;
  const step = run.status === "running" || run.status === "paused" ? run.steps[run.step] : undefined;
  const file = files.find(({ reading }) => reading.status === "read" && reading.package.sha256 === step?.id);
  const fileName = file?.name;
  const { imported } = place;
  React.useEffect(() => {
    if (step === undefined || fileName === undefined) return;
    if (imported?.sha256 === step.id && imported.way === step.way) return;
    go({ ...place, imported: { sha256: step.id, way: step.way, fileName } });
  }, [step, fileName, imported, place, go]);
  const seen = run.status === "ended" && imported !== undefined;
  React.useEffect(() => {
    // Its end is on the screen, compared: nothing is left to ask for. One whose end is not known may still be found.
    if (seen && run.status === "ended" && run.outcome !== "lost" && run.outcome !== "staged") go(without(place));
  }, [seen, run, place, go]);
  return [imported, () => go(without(place))];
}

function without({ imported: _imported, ...place }: Place): Place {
  return place;
}
