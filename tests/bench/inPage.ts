// These functions run inside the page. Their source is sent there as it is: nothing outside of them is known to them,
// and they give no name to a function inside, since translators add a helper to keep such names.

/** Marks `first-rows` when the first row of data has been painted. To be run before the page's own scripts. */
export function markFirstRows(): void {
  new MutationObserver((_records, observer) => {
    if (!document.querySelector("[role=rowheader]")?.textContent) return;
    observer.disconnect();
    // The task after the next frame: by then the frame has been painted.
    requestAnimationFrame(() => setTimeout(() => performance.mark("first-rows")));
  }).observe(document, { childList: true, subtree: true });
}

/** @returns milliseconds from the next click until another first row has been painted */
export function timeToReorder(): Promise<number> {
  return new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error("The first row stayed the same for 30 s after the click.")), 30_000);
    document.addEventListener(
      "click",
      (event) => {
        const before = document.querySelector("[role=rowheader]")?.textContent;
        new MutationObserver((_records, observer) => {
          const now = document.querySelector("[role=rowheader]")?.textContent;
          if (!now || now === before) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - event.timeStamp)));
        }).observe(document, { childList: true, subtree: true, characterData: true });
      },
      { capture: true, once: true },
    );
  });
}

/** When things happened, in milliseconds since the page began to load. */
export interface PageTimes {
  /** The bundle had arrived. */
  readonly bundle: number;
  /** The first rows had been painted. */
  readonly firstRows: number;
  readonly requests: readonly { readonly address: string; readonly start: number; readonly end: number }[];
}

export function readPageTimes(): PageTimes {
  const loaded = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
  return {
    bundle: loaded.find(({ name }) => name.endsWith("/bundle.js"))?.responseEnd ?? NaN,
    firstRows: performance.getEntriesByName("first-rows")[0]?.startTime ?? NaN,
    requests: loaded
      .filter(({ name }) => new URL(name).pathname.startsWith("/api/data/"))
      .map(({ name, startTime, responseEnd }) => ({ address: name, start: startTime, end: responseEnd })),
  };
}
