import * as React from "react";
import type { InstalledSolution } from "../../domain/model/solution";
import type { SolutionGroup } from "../../domain/solutions/arrangeSolutions";
import type { Place } from "../host";
import { PANEL_TABS, SolutionPanel } from "./SolutionPanel";
import type { SolutionList } from "./useSolutionList";

export interface PagePanelProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly list: SolutionList;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onClose: () => void;
}

/** The panel of the solution that the place names, also when the list does not show it now. */
export function PagePanel({ place, go, list, onOpen, onClose }: PagePanelProps): React.ReactElement | null {
  const found = place.solution === undefined ? undefined : list.places.get(place.solution);
  if (!found) return null;
  const { row, group } = found;
  const isBase = row === group.base;
  return (
    <SolutionPanel
      row={row}
      base={isBase ? undefined : group.base.solution}
      patches={isBase ? patchesOf(group) : []}
      tab={PANEL_TABS.find((tab) => tab === place.panelTab) ?? "overview"}
      onTab={(panelTab) => go({ ...place, panelTab })}
      onOpen={onOpen}
      onClose={onClose}
    />
  );
}

const patchesOf = ({ below }: SolutionGroup): InstalledSolution[] =>
  below.filter(({ kind }) => kind === "patch").map(({ solution }) => solution);
