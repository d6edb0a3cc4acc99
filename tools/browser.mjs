import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { collect } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];
const usualPlaces = [
  "/usr/bin/chromium",
  "/snap/bin/chromium",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...[process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, "Google", "Chrome", "Application", "chrome.exe"),
      join(folder, "Microsoft", "Edge", "Application", "msedge.exe"),
    ]),
];

/** @returns {string | undefined} path of a Chromium, Chrome or Edge; `CHROME_PATH` decides where it is set */
export function findBrowser() {
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  const onPath = (process.env.PATH ?? "").split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...usualPlaces].find((place) => existsSync(place));
}

/**
 * Finds a browser, or installs Debian's where that is possible without asking (root and apt); what apt writes is shown
 * only when that fails, since checks run meanwhile.
 * @throws {Error} one sentence that says what to install
 */
export async function requireBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (process.env.CHROME_PATH) throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`);
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    console.error("No Chromium, Chrome or Edge found: installing Debian's chromium.");
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const update = await collect("apt-get", ["update", "-q"], env);
    const packages = ["--no-install-recommends", "chromium", "fonts-liberation"];
    const install = await collect("apt-get", ["install", "-y", "-q", ...packages], env);
    const installed = findBrowser();
    if (installed) return installed;
    console.error(`${update.output}${install.output}`);
  }
  throw new Error("The browser tests need Chromium, Chrome or Edge: install one, or set CHROME_PATH to its program.");
}
