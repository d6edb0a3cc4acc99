import { canonicalText } from "../canonicalText";
import { changedCollections } from "../layers/childChanges";
import type { LayerStack } from "../layers/componentLayer";
import { activeLayer, layersBelowActive, ownerOf } from "../layers/layerStack";
import type { PropertyValue } from "../model/property";
import { sha256OfText } from "../sha256";

/**
 * What is kept of a component's layers so that its override can be judged again without reading, and without keeping
 * megabytes: names of what Active changes, each with a hash of the value.
 */
export interface OverrideEvidence {
  readonly layers: "none" | "withoutActive" | "activeOnly" | "activeOnTop";
  /** Undefined where they could not be read. */
  readonly properties?: ReadonlyMap<string, string>;
  /** Child collections in which Active differs from the layers below; undefined where they could not be read. */
  readonly collections?: ReadonlyMap<string, string>;
  /** Unique names of the solutions in the stack, top first. */
  readonly solutions: readonly string[];
  readonly owner?: string;
  readonly below?: string;
}

/** The evidence in a component's layers. */
export function overrideEvidence(stack: LayerStack): OverrideEvidence {
  const active = activeLayer(stack);
  const belowActive = layersBelowActive(stack);
  const owner = ownerOf(stack);
  const place = {
    solutions: stack.layers.map(({ solution }) => solution),
    ...(owner !== undefined && { owner }),
    ...(belowActive[0] && { below: belowActive[0].solution }),
  };
  if (stack.layers.length === 0) return { layers: "none", ...place };
  if (active === undefined) return { layers: "withoutActive", ...place };
  if (belowActive.length === 0) return { layers: "activeOnly", ...place };
  const { changes, children } = active;
  const names = changedCollections(stack);
  const collections = children.status === "read" ? children.value : {};
  return {
    layers: "activeOnTop",
    ...place,
    ...(changes.status === "read" && { properties: hashed(Object.entries(changes.value)) }),
    ...(names && { collections: hashed(names.map((name) => [name, [...(collections[name] ?? [])]])) }),
  };
}

const hashed = (values: readonly (readonly [string, PropertyValue])[]): ReadonlyMap<string, string> =>
  new Map(values.map(([name, value]) => [name, sha256OfText(canonicalText(value))]));
