// These functions run inside the page, as those of inPage.ts do: nothing outside of them is known to them, and they
// give no name to a function inside.
import type { openPackage } from "../../SolutionHealth/package/openPackage";
import type { runInSlices } from "../../SolutionHealth/package/reading/runInSlices";
import type { sourceOfFile } from "../../SolutionHealth/package/reading/fileSource";
import type { systemClock } from "../../SolutionHealth/dataverse/clock";
import type { createTransport } from "../../SolutionHealth/dataverse/transport";
import type { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import type { previewReleaseInSteps } from "../../SolutionHealth/domain/releases/previewRelease";

/** Times in milliseconds. */
export interface ReadingFindings {
  readonly time: number;
  /** Longest time in which the page could do nothing else. */
  readonly longestBlock: number;
  readonly components: number;
  /** With a preview: until the package was read, and until the environment was. */
  readonly opened: number;
  readonly read: number;
}

interface Modules {
  readonly openPackage: typeof openPackage;
  readonly sourceOfFile: typeof sourceOfFile;
  readonly systemClock: typeof systemClock;
  readonly createTransport: typeof createTransport;
  readonly readRelease: typeof readRelease;
  readonly previewReleaseInSteps: typeof previewReleaseInSteps;
  readonly runInSlices: typeof runInSlices;
}

/** What is done with the chosen file, and the addresses of the modules that it needs. */
export interface ReadingChoice {
  readonly way: "product" | "plain" | "preview";
  readonly modules: readonly string[];
}

/** Reads the file chosen in the page's input, and looks every few milliseconds whether the page still answers. */
export async function readChosenFile({ way, modules }: ReadingChoice): Promise<ReadingFindings> {
  const file = document.querySelector("input")?.files?.[0];
  if (!file) throw new Error("There is no file.");
  const parts = (await Promise.all(modules.map((address) => import(address)))) as object[];
  const loaded = Object.assign({}, ...parts) as Modules & {
    unzipSync: (bytes: Uint8Array) => Record<string, Uint8Array>;
  };
  await new Promise((resolve) => setTimeout(resolve, 500));
  let before = performance.now();
  let longestBlock = 0;
  const probe = setInterval(() => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - before);
    before = now;
  }, 1);
  const started = performance.now();
  let components: number;
  let opened = NaN;
  let read = NaN;
  if (way === "plain") {
    const entries = loaded.unzipSync(new Uint8Array(await file.arrayBuffer()));
    const text = new TextDecoder().decode(entries["customizations.xml"]);
    components = new DOMParser().parseFromString(text, "text/xml").getElementsByTagName("*").length;
  } else {
    const content = await loaded.openPackage(loaded.sourceOfFile(file));
    opened = performance.now() - started;
    components = content.components.length;
    if (way === "preview") {
      const transport = loaded.createTransport({
        baseUrl: location.origin,
        fetch: fetch.bind(window),
        clock: loaded.systemClock,
      });
      const facts = await loaded.readRelease([content], transport);
      read = performance.now() - started;
      const judging = loaded.runInSlices(loaded.previewReleaseInSteps(facts, { overwrite: false }));
      const [judged] = (await judging).packages;
      components = judged?.ways.update.fates.length ?? 0;
    }
  }
  const time = performance.now() - started;
  // The turn in which the probe sees what the last step took.
  await new Promise((resolve) => setTimeout(resolve, 20));
  clearInterval(probe);
  return { time, longestBlock, components, opened, read };
}
