import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { createServer } from "../../sandbox/server/server";
import type { EnvironmentState } from "../../sandbox/store/model";
import { launchBrowser } from "./browser";
import { readChosenFile, type ReadingChoice, type ReadingFindings } from "./inPageReading";
import { moduleAddress, serveModules } from "./modulePage";

/** Bytes by which the page's process grew at most; undefined where this system does not tell. */
export interface ReadingCost extends ReadingFindings {
  readonly memory: number | undefined;
}

const MODULES: Readonly<Record<ReadingChoice["way"], readonly string[]>> = {
  plain: ["node_modules/fflate/esm/browser.js"],
  product: ["SolutionHealth/package/openPackage", "SolutionHealth/package/reading/fileSource"],
  preview: [
    "SolutionHealth/package/openPackage",
    "SolutionHealth/package/reading/fileSource",
    "SolutionHealth/dataverse/clock",
    "SolutionHealth/dataverse/transport",
    "SolutionHealth/dataverse/releases/readRelease",
    "SolutionHealth/domain/releases/previewRelease",
    "SolutionHealth/package/reading/runInSlices",
  ],
};

/** Gives the work a real browser beside an environment, in which files are read. */
export async function withReadingPages<T>(
  state: EnvironmentState,
  work: (read: (path: string, way: ReadingChoice["way"]) => Promise<ReadingCost>) => Promise<T>,
): Promise<T> {
  const server = createServer({ environment: createEnvironment(state) });
  const origin = `http://127.0.0.1:${String(await server.listen(0))}`;
  const browser = await launchBrowser();
  try {
    return await work((path, way) => readOnce(browser, origin, path, way));
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Each time in a page, and a process, of its own. */
async function readOnce(
  browser: Browser,
  origin: string,
  path: string,
  way: ReadingChoice["way"],
): Promise<ReadingCost> {
  const page = await (await browser.newContext()).newPage();
  try {
    await page.goto(await serveModules(page, origin));
    // The file stays on the disk: the page is given a handle, as when a person chooses it.
    await page.locator("input").setInputFiles(path);
    const modules = MODULES[way].map(moduleAddress);
    await page.evaluate(
      (addresses) => Promise.all(addresses.map((address) => import(address))).then(() => undefined),
      modules,
    );
    const process = await rendererOf(browser, page);
    const before = memoryOf(process, "VmRSS");
    const found = await page.evaluate(readChosenFile, { way, modules });
    const most = memoryOf(process, "VmHWM");
    return { ...found, memory: before === undefined || most === undefined ? undefined : Math.max(0, most - before) };
  } finally {
    await page.context().close();
  }
}

/** Process of the page: the youngest renderer. */
async function rendererOf(browser: Browser, page: Page): Promise<number | undefined> {
  await page.bringToFront();
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const ids = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  return ids.length === 0 ? undefined : Math.max(...ids);
}

function memoryOf(process: number | undefined, field: "VmRSS" | "VmHWM"): number | undefined {
  if (process === undefined) return undefined;
  try {
    const status = readFileSync(`/proc/${String(process)}/status`, "utf8");
    const kibibytes = new RegExp(`^${field}:\\s+(\\d+) kB$`, "m").exec(status)?.[1];
    return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
  } catch {
    return undefined;
  }
}
