import * as React from "react";
import type { InstalledSolution } from "../../domain/model/solution";
import type { SolutionGroup, SolutionRow } from "../../domain/solutions/arrangeSolutions";
import type { Place } from "../host";
import { LayerPanel } from "../layers/LayerPanel";
import { openedComponent, placedComponent } from "../layers/openedComponent";
import { useOverrides } from "../overrides/overrides";
import { useProduct } from "../product";
import { shown } from "../resource";
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
  const typeNames = shown(useProduct().state.typeNames);
  const found = place.solution === undefined ? undefined : list.places.get(place.solution);
  if (!found) return null;
  const { row, group } = found;
  const isBase = row === group.base;
  const { component } = place;
  if (component) return <OpenedLayers place={{ ...place, component }} row={row} go={go} onClose={onClose} />;
  return (
    <SolutionPanel
      row={row}
      base={isBase ? undefined : group.base.solution}
      patches={isBase ? patchesOf(group) : []}
      tab={PANEL_TABS.find((tab) => tab === place.panelTab) ?? "overview"}
      onTab={(panelTab) => go({ ...place, panelTab })}
      onOpen={onOpen}
      onOpenComponent={(opened) => go({ ...place, component: placedComponent(opened, typeNames) })}
      onClose={onClose}
    />
  );
}

interface OpenedLayersProps {
  readonly place: Place & Required<Pick<Place, "component">>;
  readonly row: SolutionRow;
  readonly go: (place: Place) => void;
  readonly onClose: () => void;
}

/** The layers of a component of the solution, with the way back to it. */
function OpenedLayers({ place, row, go, onClose }: OpenedLayersProps): React.ReactElement {
  const { t, state } = useProduct();
  const { rows } = useOverrides().state;
  const { component, ...back } = place;
  const listed = shown(state.components.get(row.solution.id) ?? { status: "idle" })?.components ?? [];
  return (
    <LayerPanel
      component={openedComponent(component, rows, listed, shown(state.typeNames))}
      crumbs={[
        { text: row.solution.displayName, onClick: () => go({ ...back, panelTab: "overview" }) },
        { text: t("Panel_Components"), onClick: () => go({ ...back, panelTab: "components" }) },
      ]}
      onClose={onClose}
    />
  );
}

const patchesOf = ({ below }: SolutionGroup): InstalledSolution[] =>
  below.filter(({ kind }) => kind === "patch").map(({ solution }) => solution);
