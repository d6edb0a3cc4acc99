import type { ScanProgress } from "./model";

export type ProgressTeller = (stage: ScanProgress["stage"], done: number, total: number, current?: string) => void;

/**
 * Flags and layers go on at once: the flags are told until they are through, then the layers – beginning with what was
 * last heard of them, since it may be long until the next of them comes.
 */
export function progressTeller(
  tell: (progress: ScanProgress) => void,
  calls: () => number,
  signal: AbortSignal,
): ProgressTeller {
  let flagsDone = false;
  let layers: Omit<ScanProgress, "calls"> | undefined;
  return (stage, done, total, current) => {
    if (signal.aborted) return;
    const heard = { stage, done, total, ...(current !== undefined && { current }) };
    if (stage === "layers") layers = heard;
    else flagsDone = done === total;
    if (stage === "layers" && !flagsDone) return;
    tell({ ...(flagsDone && layers ? layers : heard), calls: calls() });
  };
}
