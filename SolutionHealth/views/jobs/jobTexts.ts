import type { JobKind, JobPhase, TrackedJob } from "../../state/jobs/model";
import type { Tone } from "../../ui/tone";
import type { Product } from "../product";

export interface PhaseLook {
  readonly tone: Tone;
  readonly word: string;
  readonly sentence: string;
}

/** How each phase is shown. Not known is never shown as good. */
export const PHASE_LOOKS: Readonly<Record<JobPhase, PhaseLook>> = {
  waitingForLock: { tone: "busy", word: "Job_Waiting", sentence: "Job_Waiting_Text" },
  starting: { tone: "busy", word: "Job_Starting", sentence: "Job_Starting_Text" },
  running: { tone: "busy", word: "Job_Running", sentence: "Job_Running_Text" },
  lookingUp: { tone: "unknown", word: "Job_LookingUp", sentence: "Job_LookingUp_Text" },
  succeeded: { tone: "good", word: "Job_Succeeded", sentence: "Job_Succeeded_Text" },
  failed: { tone: "bad", word: "Job_Failed", sentence: "Job_Failed_Text" },
  notStarted: { tone: "bad", word: "Job_NotStarted", sentence: "Job_NotStarted_Text" },
  lost: { tone: "unknown", word: "Job_Lost", sentence: "Job_Lost_Text" },
};

const KIND_NAMES: Readonly<Record<JobKind, string>> = {
  uninstall: "Job_Uninstall",
  import: "Job_Import",
  upgrade: "Job_Upgrade",
  stage: "Import_JobStage",
  applyUpgrade: "Job_ApplyUpgrade",
};

/** "Uninstall of Contoso Sales 4.2.0.0". */
export const jobTitle = ({ kind, displayName, uniqueName, version }: TrackedJob, { t }: Pick<Product, "t">): string =>
  t(KIND_NAMES[kind], displayName || uniqueName, version);

const GOING_ON: ReadonlySet<JobPhase> = new Set(["waitingForLock", "starting", "running", "lookingUp"]);

/** Whether anything may still change by itself. */
export const goesOn = ({ phase }: TrackedJob): boolean => GOING_ON.has(phase);

export const SERVER_WORDS: Readonly<Record<NonNullable<TrackedJob["serverStatus"]>, string>> = {
  waiting: "Server_Waiting",
  running: "Server_Running",
  succeeded: "Server_Succeeded",
  failed: "Server_Failed",
  cancelled: "Server_Cancelled",
  unknown: "Value_Unknown",
};
