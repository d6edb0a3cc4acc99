import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { collect } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge"];
/** Chromium without the parts that a window needs: the same pages, a sixth less work in the browser tests. */
const shell = "chromium-headless-shell";
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

/**
 * The browser that people have, for what is measured or pictured.
 * @returns {string | undefined} path of a Chromium, Chrome or Edge; `CHROME_PATH` decides where it is set
 */
export function findBrowser() {
  if (process.env.CHROME_PATH) return existsSync(process.env.CHROME_PATH) ? process.env.CHROME_PATH : undefined;
  return [...onPath(names), ...usualPlaces, ...onPath([shell])].find((place) => existsSync(place));
}

/** @returns {string | undefined} as `findBrowser`, but the leanest that is there */
export function findTestBrowser() {
  if (process.env.CHROME_PATH) return findBrowser();
  return onPath([shell]).find((place) => existsSync(place)) ?? findBrowser();
}

const onPath = (programs) =>
  (process.env.PATH ?? "").split(delimiter).flatMap((folder) => programs.map((name) => join(folder, name)));

/**
 * Finds a browser for the tests, or installs Debian's where that is possible without asking: as root, with apt, and no
 * browser there or a machine that only builds. What apt writes is shown only when all fails, since checks run meanwhile.
 * @throws {Error} one sentence that says what to install
 */
export async function requireBrowser() {
  const found = findTestBrowser();
  if (process.env.CHROME_PATH) {
    if (found) return found;
    throw new Error(`CHROME_PATH names ${process.env.CHROME_PATH}, which does not exist.`);
  }
  if (found && (!process.env.CI || found.endsWith(shell))) return found;
  const installing = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get") ? await install() : "";
  const installed = findTestBrowser();
  if (installed) return installed;
  console.error(installing);
  throw new Error("The browser tests need Chromium, Chrome or Edge: install one, or set CHROME_PATH to its program.");
}

/** Not every Debian has the lean one. @returns {Promise<string>} what apt wrote */
async function install() {
  console.error(`Installing Debian's ${shell} for the browser tests.`);
  const apt = async (...args) => collect("apt-get", args, { DEBIAN_FRONTEND: "noninteractive" });
  const update = await apt("update", "-q");
  const get = async (name) => apt("install", "-y", "-q", "--no-install-recommends", name, "fonts-liberation");
  const lean = await get(shell);
  const whole = lean.code === 0 || findBrowser() ? { output: "" } : await get("chromium");
  return `${update.output}${lean.output}${whole.output}`;
}
