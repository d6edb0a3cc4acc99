import type { LayerStack } from "../layers/componentLayer";
import type { PropertyDifference } from "./difference";
export const compareStack = (_s: LayerStack, _u?: number, _l?: number): readonly PropertyDifference[] => [];
