import * as React from "react";
import type { InstalledSolution } from "../../domain/model/solution";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { Place } from "../host";
import { placedComponent } from "../layers/openedComponent";
import { useProduct } from "../product";
import { shown } from "../resource";
import { RollbackPanel } from "../rollbacks/RollbackPanel";
import { OpenedLayers } from "./OpenedLayers";
import { PANEL_TABS, SolutionPanel } from "./SolutionPanel";
import type { SolutionList } from "./useSolutionList";

export interface PagePanelProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
  readonly list: SolutionList;
  readonly onOpen: (solution: InstalledSolution) => void;
  readonly onClose: () => void;
}

/** The panel that the place names: of a solution, also when the list does not show it now, or of an uninstall. */
export function PagePanel({ place, go, list, onOpen, onClose }: PagePanelProps): React.ReactElement | null {
  const typeNames = shown(useProduct().state.typeNames);
  const { component, solution } = place;
  const found = solution === undefined ? undefined : list.places.get(solution);
  const targets = place.rollback ?? goneTarget(place, found !== undefined);
  const openLayers = ({ typeName, id }: RollbackComponent): void => go({ ...place, component: { typeName, id } });
  if (component && (found ?? targets)) {
    return <OpenedLayers place={{ ...place, component }} row={found?.row} go={go} onClose={onClose} />;
  }
  if (targets) return <RollbackPanel targets={targets} onOpenComponent={openLayers} onClose={onClose} />;
  if (!found) return null;
  const { row, group } = found;
  return (
    <SolutionPanel
      row={row}
      base={row === group.base ? undefined : group.base.solution}
      patchCount={row.patchCount}
      tab={PANEL_TABS.find((tab) => tab === place.panelTab) ?? "overview"}
      onTab={(panelTab) => go({ ...place, panelTab })}
      onOpen={onOpen}
      onPreviewUninstall={({ id }) => go({ page: place.page, rollback: [id] })}
      onOpenComponent={(opened) => go({ ...place, component: placedComponent(opened, typeNames) })}
      onOpenLayers={openLayers}
      go={go}
      onClose={onClose}
    />
  );
}

/** The solution whose uninstall is open and which is not installed any more: how it came out is still to be seen. */
function goneTarget({ solution, panelTab }: Place, installed: boolean): Place["rollback"] {
  return solution !== undefined && panelTab === "uninstall" && !installed ? [solution] : undefined;
}
