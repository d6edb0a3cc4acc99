import type { FateKind } from "../../domain/rollbacks/rollbackPreview";
import type { IconShape } from "../../ui/icons";
import type { ShareLook } from "../../ui/ShareBar";

export interface FateLook {
  readonly look: ShareLook;
  readonly shape: IconShape;
  /** Heading of the group. */
  readonly title: string;
  /** What it means, in one sentence. */
  readonly sentence: string;
}

/** In the order of the page: what costs something first, what stays as it is last, before what nobody knows. */
export const FATE_KINDS: readonly FateKind[] = ["deleted", "fallsBack", "returns", "survives", "unchanged", "unknown"];

export const FATE_LOOKS: Readonly<Record<FateKind, FateLook>> = {
  deleted: { look: "bad", shape: "circleCross", title: "Fate_Deleted", sentence: "Fate_Deleted_Text" },
  fallsBack: { look: "warning", shape: "arrowDown", title: "Fate_FallsBack", sentence: "Fate_FallsBack_Text" },
  returns: { look: "accent", shape: "undo", title: "Fate_Returns", sentence: "Fate_Returns_Text" },
  survives: { look: "good", shape: "layers", title: "Fate_Survives", sentence: "Fate_Survives_Text" },
  unchanged: { look: "neutral", shape: "minus", title: "Fate_Unchanged", sentence: "Fate_Unchanged_Text" },
  unknown: { look: "unknown", shape: "question", title: "Fate_Unknown", sentence: "Fate_Unknown_Text" },
};
