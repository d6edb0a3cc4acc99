// These functions run inside the page, as those of inPage.ts do: nothing outside of them is known to them, and they
// give no name to a function inside.

/**
 * Lets the page's dates run twenty times as fast. Reading ten thousand layers is spread over a quarter of an hour, so that
 * service protection never refuses one; here the list is what is measured. Timers and frames keep their time. No faster:
 * an answer seems to take as much longer, and is reckoned as so much more of the server's work. To be run before the
 * page's own scripts.
 */
export function hastenDates(): void {
  const standard = Date.now;
  const from = standard();
  Date.now = () => Math.round(from + (standard() - from) * 20);
}

/** What was seen while frames were drawn; times in milliseconds. */
export interface FrameFindings {
  readonly frames: number;
  /** Longest time from one frame to the next. */
  readonly longestGap: number;
  /** Longest time in which the middle of the list showed no row. */
  readonly longestBlank: number;
}

/** Scrolls the list from its beginning to its end in so many milliseconds, a bit in each frame. */
export async function scrollThrough(milliseconds: number): Promise<FrameFindings> {
  const area = document.querySelector("[role=grid]")?.closest("[data-is-scrollable=true]");
  if (!area) throw new Error("There is no list to scroll.");
  const { left, top, width, height } = area.getBoundingClientRect();
  let [frames, longestGap, longestBlank] = [0, 0, 0];
  const started = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
  let [before, rowSeen] = [started, started];
  while (before - started < milliseconds) {
    area.scrollTop = ((area.scrollHeight - area.clientHeight) * (before - started)) / milliseconds;
    await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    const middle = document.elementFromPoint(left + width / 2, top + height / 2);
    if (middle?.closest("[role=row]")) rowSeen = now;
    longestBlank = Math.max(longestBlank, now - rowSeen);
    longestGap = Math.max(longestGap, now - before);
    before = now;
    frames += 1;
  }
  return { frames, longestGap, longestBlank };
}

/** Watches frames until the page's root element has the attribute `data-bench-stop`. */
export async function watchFrames(): Promise<FrameFindings> {
  let [frames, longestGap] = [0, 0];
  let before = performance.now();
  while (document.documentElement.dataset.benchStop === undefined) {
    await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const now = performance.now();
    longestGap = Math.max(longestGap, now - before);
    before = now;
    frames += 1;
  }
  return { frames, longestGap, longestBlank: 0 };
}

/** @returns milliseconds from the next event of this kind until the list has been painted with something else in it */
export function timeToChange(kind: "click" | "input"): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(`The list stayed the same for 60 s after the ${kind}.`)), 60_000);
    document.addEventListener(
      kind,
      (event) => {
        const before = document.querySelector("[role=grid]")?.textContent;
        new MutationObserver((_records, observer) => {
          const now = document.querySelector("[role=grid]")?.textContent;
          if (!now || now === before) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
        }).observe(document, { childList: true, subtree: true, characterData: true });
      },
      { capture: true, once: true },
    );
  });
}

/** When a layer view was there, in milliseconds since its layers had arrived. */
export interface LayerViewTimes {
  /** Picture of the stack and list of changed properties painted. */
  readonly opened: number;
  /** The form's differences painted. */
  readonly compared: number;
  /** Longest time without a frame from the opening to the differences. */
  readonly longestGap: number;
}

/** To be called before the layer view is opened. */
export async function timeLayerView(): Promise<LayerViewTimes> {
  performance.clearResourceTimings();
  const started = performance.now();
  let [opened, compared, longestGap, before] = [0, 0, 0, started];
  while (compared === 0) {
    await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    // The task after the frame: by then the frame has been painted.
    await new Promise<void>((resolve) => setTimeout(resolve));
    const now = performance.now();
    if (now - started > 120_000) throw new Error("The layer view was not there after 120 s.");
    const form = document.querySelector("[role=dialog] section[aria-label=formxml]");
    if (opened === 0 && form && document.querySelector("[role=dialog] [role=list], [role=dialog] ol")) opened = now;
    if (opened > 0) longestGap = Math.max(longestGap, now - before);
    if (form?.querySelector("[role=table]")) compared = now;
    before = now;
  }
  const arrived = performance
    .getEntriesByType("resource")
    .filter(({ name }) => name.includes("msdyn_componentlayers"))
    .map((entry) => (entry as PerformanceResourceTiming).responseEnd);
  const data = Math.max(...arrived);
  return { opened: opened - data, compared: compared - data, longestGap };
}
