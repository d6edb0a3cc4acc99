import * as React from "react";
import { wayOf } from "../../state/releases/importSteps";
import { answerOf } from "../../state/releases/model";
import type { Place } from "../host";
import { LayerPanel } from "../layers/LayerPanel";
import { openedComponent } from "../layers/openedComponent";
import { useOverrides } from "../overrides/overrides";
import { useProduct } from "../product";
import { shown } from "../resource";
import { ComponentPanel } from "./ComponentPanel";
import { useReleases } from "./releases";

export interface OpenedComponentProps {
  readonly place: Place;
  readonly go: (place: Place) => void;
  /** Address of the component whose fate is open. */
  readonly address: string | undefined;
  readonly onClose: () => void;
}

/** The panel of one component: its fate, and from there its layers as they are now. */
export function OpenedComponent({ place, go, address, onClose }: OpenedComponentProps): React.ReactElement | null {
  const { t, state } = useProduct();
  const { rows } = useOverrides().state;
  const { preview, choice } = useReleases().state;
  if (place.component) {
    const { component: _component, ...rest } = place;
    return (
      <LayerPanel
        component={openedComponent(place.component, rows, [], shown(state.typeNames))}
        crumbs={[{ text: t("Frame_Release"), onClick: () => go(rest) }]}
        onClose={onClose}
      />
    );
  }
  const answer = answerOf(preview);
  if (address === undefined || !answer) return null;
  const { packages } = answer.preview;
  const own = packages.find(({ package: { sha256 } }) => sha256 === choice.shown) ?? packages[0];
  const way = own?.ways[wayOf(own, choice)];
  const fate = way?.fates.find(({ component }) => component.address === address);
  if (!own || !way || !fate) return null;
  const { here } = fate.component;
  const openLayers = (): void => {
    if (here) go({ ...place, component: { typeName: here.typeName, id: here.id } });
  };
  return <ComponentPanel preview={own} way={way} fate={fate} onClose={onClose} onLayers={openLayers} />;
}
