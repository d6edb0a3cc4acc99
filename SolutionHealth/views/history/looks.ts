import type { OperationAct } from "../../domain/history/operationAct";
import type { SolutionOperation } from "../../domain/model/operation";
import type { IconShape } from "../../ui/icons";
import type { Tone } from "../../ui/tone";

/** What was done, as icon and word. */
export const ACT_LOOKS: Readonly<Record<OperationAct, { readonly shape: IconShape; readonly word: string }>> = {
  install: { shape: "plus", word: "Act_Install" },
  update: { shape: "refresh", word: "Act_Update" },
  upgrade: { shape: "arrowUp", word: "Act_Upgrade" },
  stage: { shape: "upload", word: "Act_Stage" },
  apply: { shape: "check", word: "Act_Apply" },
  patch: { shape: "patch", word: "Act_Patch" },
  uninstall: { shape: "minus", word: "Act_Uninstall" },
  import: { shape: "box", word: "Act_Import" },
  other: { shape: "more", word: "Act_Other" },
};

type Result = SolutionOperation["result"];

/** How it ended. */
export const RESULT_LOOKS: Readonly<Record<Result, { readonly tone: Tone; readonly word: string }>> = {
  succeeded: { tone: "good", word: "History_Succeeded" },
  failed: { tone: "bad", word: "History_Failed" },
  running: { tone: "busy", word: "History_Running" },
  unknown: { tone: "unknown", word: "History_Unknown" },
};
