import type { ImportInput, ImportReport } from "./importJob";
import type { PackInput, PackReport, UnpackInput } from "./packJobs";

/** What can be run in a process of its own: what goes in, what comes back. */
interface Jobs {
  import: { input: ImportInput; report: ImportReport };
  pack: { input: PackInput; report: PackReport };
  unpack: { input: UnpackInput; report: PackReport };
}

export type JobName = keyof Jobs;
export type Job<N extends JobName> = Jobs[N];

/** Memory in bytes: when everything was loaded and the work not begun, and at most. */
export interface Memory {
  readonly before: number;
  readonly peak: number;
}

export type JobReport<N extends JobName> = Jobs[N]["report"] & { readonly memory: Memory };
export type JobRunner<N extends JobName> = (input: Jobs[N]["input"]) => Jobs[N]["report"] | Promise<Jobs[N]["report"]>;
