import * as React from "react";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { Resource } from "../../state/model";
import type { LayerView as LayerViewData } from "../../state/overrides/model";
import { Breadcrumb } from "../../ui/Breadcrumb";
import type { Crumb } from "../../ui/Breadcrumb";
import { Column } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";
import { SidePanel } from "../../ui/SidePanel";
import { ErrorBoundary } from "../ErrorBoundary";
import { FailureNotice } from "../FailureNotice";
import { useNames } from "../overrides/names";
import { useOverrides } from "../overrides/overrides";
import { useProduct } from "../product";
import { failureOf, shown } from "../resource";
import { LayerView } from "./LayerView";

export interface LayerPanelProps {
  readonly component: OverriddenComponent;
  /** The way here, without the component itself. */
  readonly crumbs: readonly Crumb[];
  readonly onClose: () => void;
}

const IDLE: Resource<LayerViewData> = { status: "idle" };

/** The layers of one component, in the side panel. Read anew each time it is opened. */
export function LayerPanel({ component, crumbs, onClose }: LayerPanelProps): React.ReactElement {
  const { t } = useProduct();
  const names = useNames();
  const { state } = useOverrides();
  const read = useLayers(component);
  const resource = state.layers.get(component.key) ?? IDLE;
  const view = shown(resource);
  const failure = failureOf(resource);
  const title = component.displayName || component.name || (view?.stack.layers[0]?.name ?? component.id);
  const subtitle = [names.type(component), component.table].filter(Boolean).join(" · ");
  return (
    <SidePanel title={title} subtitle={subtitle} onClose={onClose} wide>
      <Column>
        <Breadcrumb label={t("Layers_Breadcrumb")} crumbs={[...crumbs, { text: title }]} />
        {failure && <FailureNotice title={t("Layers_Failed")} failure={failure} onRetry={read} />}
        {(resource.status === "loading" || resource.status === "idle") && (
          <ProgressLine label={t("Layers_Reading")} thin={view !== undefined} />
        )}
        {view && (
          <ErrorBoundary key={component.key}>
            <LayerView view={view} />
          </ErrorBoundary>
        )}
      </Column>
    </SidePanel>
  );
}

/** Reads the layers when another component is opened. @returns what reads them again */
function useLayers(component: OverriddenComponent): () => void {
  const { store } = useOverrides();
  const latest = React.useRef(component);
  const key: ComponentKey = component.key;
  React.useEffect(() => {
    latest.current = component;
  });
  React.useEffect(() => {
    const { key: _key, ...rest } = latest.current;
    store.loadLayers(rest);
  }, [store, key]);
  return () => store.loadLayers(component);
}
