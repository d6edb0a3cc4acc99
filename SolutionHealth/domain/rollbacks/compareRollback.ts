import type { ComponentKey, LayerStack } from "../layers/componentLayer";
import type { NotKnown, RollbackComponent } from "./rollbackFacts";
import type { FateKind, RollbackPreview } from "./rollbackPreview";

/** How a component is found after the uninstall. */
export type FoundAfter =
  | { readonly status: "gone" }
  | { readonly status: "there"; readonly stack: LayerStack }
  | { readonly status: "unknown"; readonly why: NotKnown };

/** What came out otherwise than the preview said. */
export interface RollbackSurprise {
  readonly component: RollbackComponent;
  readonly said: FateKind;
  readonly found: "gone" | "there" | "otherValues" | "unknown";
  /** Properties whose value is not the one that was announced. */
  readonly properties: readonly string[];
}

export interface RollbackComparison {
  /** Components looked at again. */
  readonly compared: number;
  readonly asSaid: number;
  /** Empty when everything came as announced. */
  readonly surprises: readonly RollbackSurprise[];
}

/** What was announced against what is there now. Components that were not looked at again are not counted. */
export function compareRollback(
  _preview: RollbackPreview,
  _found: ReadonlyMap<ComponentKey, FoundAfter>,
): RollbackComparison {
  throw new Error("written next");
}
