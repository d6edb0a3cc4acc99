import { defineConfig } from "@playwright/test";
import { findTestBrowser } from "./tools/browser.mjs";

const executablePath = findTestBrowser();

/**
 * Every page gets a browser window of its own, whose address bar prepares two pages for what it suggests: a quarter of
 * what a short test costs, and nobody types there. The browser heeds the last list only, so Playwright's own stands here too.
 */
const disabledFeatures = [
  "WebUIOmniboxPopup",
  "WebUIOmniboxAimPopup",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsUpgrades",
  "HttpsFirstBalancedModeAutoEnable",
  "LensOverlay",
  "MediaRouter",
  "PaintHolding",
  "ThirdPartyStoragePartitioning",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "TcpPortRandomizationWin",
  "OptimizationHints",
  "NetworkTimeServiceQuerying",
  "AimEnabled",
  "PreconnectToSearch",
  "msForceBrowserSignIn",
];

export default defineConfig({
  testDir: "tests/browser",
  testMatch: "*.spec.ts",
  outputDir: "test-results/browser",
  reporter: [
    ["list"],
    ["json", { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? "test-results/browser.json" }],
  ],
  // Two workers on two cores: each has its own sandbox on its own port.
  workers: 2,
  fullyParallel: false,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "UTC",
    // Fades and slides are drawn sixty times a second, by this machine's processor; `keyboard.spec.ts` has them moving.
    contextOptions: { reducedMotion: "reduce" },
    // Recording costs a third of the run. A failure has its picture and what stood on the page; for more, run the spec
    // again with `--trace retain-on-failure`.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        // Chromium refuses to start as root with its sandbox on, as in most containers.
        ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--disable-quic",
        // A page of a test is gone before its code has been optimized: a tenth of the run.
        "--js-flags=--no-opt --no-maglev",
        `--disable-features=${disabledFeatures.join()}`,
      ],
    },
  },
});
