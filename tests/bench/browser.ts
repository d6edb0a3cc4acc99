import { chromium, type Browser, type Page } from "@playwright/test";
import { findBrowser } from "../../tools/browser.mjs";
import { startSandbox, type Sandbox } from "../browser/sandbox";
import { synthesise } from "./synthetic";

export const VIEWPORT = { width: 1280, height: 800 };

export interface BrowserBench {
  /** A page with nothing cached, as on the first visit. */
  newPage(): Promise<Page>;
  readonly sandbox: Sandbox;
}

/**
 * Gives the work a browser and a sandbox that holds so many solutions; both are closed afterwards.
 * @param latency added to each Web API answer, in milliseconds
 */
export async function withBrowser<T>(
  { solutions, latency }: { readonly solutions: number; readonly latency: number },
  work: (bench: BrowserBench) => Promise<T>,
): Promise<T> {
  const sandbox = await startSandbox({
    content: "empty",
    options: { latency },
    arrange: ({ state }) => {
      const content = synthesise(solutions);
      state.publishers.push(...content.publishers);
      state.solutions.push(...content.solutions);
      state.history.push(...content.history);
    },
  });
  let browser: Browser | undefined;
  try {
    browser = await launchBrowser();
    const open = browser;
    const newPage = async (): Promise<Page> =>
      (await open.newContext({ viewport: VIEWPORT, locale: "en-GB" })).newPage();
    return await work({ newPage, sandbox });
  } finally {
    await browser?.close();
    await sandbox.close();
  }
}

export function launchBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) {
    throw new Error("It needs Chromium, Chrome or Edge: install one, or set CHROME_PATH to its program.");
  }
  return chromium.launch({
    executablePath,
    // Chromium refuses to start as root with its sandbox on, as in most containers.
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
  });
}
