import { toLayerStack } from "../../SolutionHealth/domain/layers/layerStack";
import { isMergeType } from "../../SolutionHealth/domain/layers/mergeTypes";
import { propertyWinners } from "../../SolutionHealth/domain/layers/winners";
import type { Properties } from "../../SolutionHealth/domain/model/property";
import { assessRemoval, incomingValues } from "../../SolutionHealth/domain/overrides/assessRemoval";
import type { OverriddenComponent } from "../../SolutionHealth/domain/overrides/override";
import type { LayerView } from "../../SolutionHealth/state/overrides/model";

export interface LayerParts {
  readonly solution: string;
  readonly changes?: Properties | string;
  readonly all?: Properties;
  readonly children?: Readonly<Record<string, readonly Properties[]>>;
}

const attributes = (properties: Properties): { Attributes: object[] } => ({
  Attributes: Object.entries(properties).map(([Key, Value]) => ({ Key, Value })),
});

/** A view of layers as the store would give it; top first, texts in the platform's own form. */
export function layerView(component: OverriddenComponent, layers: readonly LayerParts[]): LayerView {
  const rows = layers.map(({ solution, changes = {}, all = {}, children }, index) => ({
    name: component.displayName,
    solution,
    publisher: `${solution} publisher`,
    order: layers.length - index,
    changes: typeof changes === "string" ? changes : JSON.stringify(attributes(changes)),
    componentJson: JSON.stringify(attributes(all)),
    children: children
      ? JSON.stringify(
          Object.fromEntries(
            Object.entries(children).map(([name, list]) => [name, { Entities: list.map(attributes) }]),
          ),
        )
      : null,
  }));
  const stack = toLayerStack(component, rows);
  return {
    component,
    stack,
    winners: propertyWinners(stack),
    merged: isMergeType(component.typeName),
    incoming: incomingValues(stack),
    removability: assessRemoval(stack),
    versions: new Map([["solution1", "4.2.0.0"]]),
  };
}
