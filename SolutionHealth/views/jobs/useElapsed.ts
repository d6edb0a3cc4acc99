import * as React from "react";
import type { TrackedJob } from "../../state/jobs/model";
import { secondsText } from "../overrides/secondsText";
import { useProduct } from "../product";
import { goesOn } from "./jobTexts";

const TICK = 1000;

/** How long the job has taken so far, second by second, or how long it took. Undefined where its end is not known. */
export function useElapsed(job: TrackedJob): string | undefined {
  const product = useProduct();
  const { after, now } = product.host;
  const [, tick] = React.useState(0);
  const latest = React.useRef(after);
  latest.current = after;
  const ticks = goesOn(job);
  React.useEffect(() => {
    if (!ticks) return undefined;
    let callOff = (): void => undefined;
    const next = (): void => {
      tick((count) => count + 1);
      callOff = latest.current(TICK, next);
    };
    callOff = latest.current(TICK, next);
    return () => callOff();
  }, [ticks]);
  const end = job.endedAt ?? (ticks ? now() : undefined);
  return end && secondsText(end.getTime() - job.startedAt.getTime(), product);
}
