import type { Blocker, BlockerKind } from "../../domain/rollbacks/rollbackPreview";
import type { RollbackNames } from "./rollbackNames";

/** Why it stands in the way. */
export const KIND_SENTENCES: Readonly<Record<BlockerKind, string>> = {
  dependency: "Blocker_Dependency",
  baseLayer: "Blocker_BaseLayer",
  coveredDependency: "Blocker_Covered",
  part: "Blocker_Part",
  perhaps: "Blocker_Perhaps",
  lastForm: "Blocker_LastForm",
  mayBeLastForm: "Blocker_MayBeLastForm",
  unreadable: "Blocker_Unreadable",
};

/** Key and values of the text that says where to mend it, and how. */
export function fixText(
  { kind, fix }: Pick<Blocker, "kind" | "fix">,
  names: RollbackNames,
): [key: string, ...values: string[]] {
  switch (fix.where) {
    case "here":
      return [kind === "lastForm" || kind === "mayBeLastForm" ? "Fix_LastForm" : "Fix_Here"];
    case "solution":
      return ["Fix_Solution", names.layer(fix.solution)];
    case "order":
      return ["Fix_Order", names.layer(fix.solution)];
    case "unknown":
      return ["Fix_Unknown"];
  }
}
