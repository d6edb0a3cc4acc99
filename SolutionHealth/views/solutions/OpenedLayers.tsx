import * as React from "react";
import type { ComponentRef } from "../../domain/layers/componentLayer";
import { componentKey } from "../../domain/layers/componentLayer";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { SolutionRow } from "../../domain/solutions/arrangeSolutions";
import type { RollbackState } from "../../state/rollbacks/model";
import type { Crumb } from "../../ui/Breadcrumb";
import type { Place } from "../host";
import { LayerPanel } from "../layers/LayerPanel";
import { openedComponent } from "../layers/openedComponent";
import { useOverrides } from "../overrides/overrides";
import { useProduct } from "../product";
import { shown } from "../resource";
import { useRollbacks } from "../rollbacks/rollbacks";

export interface OpenedLayersProps {
  readonly place: Place & Required<Pick<Place, "component">>;
  /** The solution whose panel it was opened from, if it was one. */
  readonly row: SolutionRow | undefined;
  readonly go: (place: Place) => void;
  readonly onClose: () => void;
}

/** The layers of a component that was opened from the panel, with the way back to where it was opened. */
export function OpenedLayers({ place, row, go, onClose }: OpenedLayersProps): React.ReactElement {
  const { state } = useProduct();
  const { rows } = useOverrides().state;
  const { state: rollback } = useRollbacks();
  const listed = row ? (shown(state.components.get(row.solution.id) ?? { status: "idle" })?.components ?? []) : [];
  return (
    <LayerPanel
      component={
        previewedComponent(place.component, rollback) ??
        openedComponent(place.component, rows, listed, shown(state.typeNames))
      }
      crumbs={useCrumbs({ place, row, go })}
      onClose={onClose}
    />
  );
}

function useCrumbs({ place, row, go }: Omit<OpenedLayersProps, "onClose">): Crumb[] {
  const { t } = useProduct();
  const { component: _component, ...back } = place;
  const uninstall = { text: t("Panel_Uninstall"), onClick: () => go(back) };
  if (!row || place.rollback) return [uninstall];
  return [
    { text: row.solution.displayName, onClick: () => go({ ...back, panelTab: "overview" }) },
    place.panelTab === "uninstall"
      ? uninstall
      : { text: t("Panel_Components"), onClick: () => go({ ...back, panelTab: "components" }) },
  ];
}

/** The component with the names that the preview has read, where it is part of one. */
function previewedComponent(place: ComponentRef, rollback: RollbackState): RollbackComponent | undefined {
  if (rollback.status !== "previewed") return undefined;
  const { fates, blockers } = rollback.preview;
  const key = componentKey(place);
  return (
    fates.find(({ component }) => component.key === key)?.component ??
    blockers.find(({ dependent }) => dependent.key === key)?.dependent
  );
}
