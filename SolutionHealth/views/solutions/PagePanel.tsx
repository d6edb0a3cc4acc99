import * as React from "react";
import type { InstalledSolution } from "../../domain/model/solution";
import type { Place } from "../host";
import type { SolutionList } from "./listing";
import { PANEL_TABS, SolutionPanel } from "./SolutionPanel";

export interface PagePanelProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly list: SolutionList;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onClose: () => void;
}

/** The panel of the solution that the place names, also when the list does not show it now. */
export function PagePanel({ place, go, list, onOpen, onClose }: PagePanelProps): React.ReactElement | null {
  const row = place.solution === undefined ? undefined : list.byId.get(place.solution);
  if (!row) return null;
  const { parentId } = row.solution;
  return (
    <SolutionPanel
      row={row}
      base={parentId === undefined ? undefined : list.byId.get(parentId)?.solution}
      patches={list.patchesOf(row.solution)}
      tab={PANEL_TABS.find((tab) => tab === place.panelTab) ?? "overview"}
      onTab={(panelTab) => go({ ...place, panelTab })}
      onOpen={onOpen}
      onClose={onClose}
    />
  );
}
