// `npm test`: every check, each step run even when an earlier one failed, and one closing line with the sum.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { requireBrowser } from "./browser.mjs";
import { run } from "./run.mjs";

const folder = "test-results";
const jestReport = join(folder, "jest.json");
const browserReport = join(folder, "browser.json");
const total = { passed: 0, failed: 0, skipped: 0 };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// First, since the build writes the types of the manifest.
const built = await check("production build", process.execPath, [join("tools", "build.mjs")]);
await check("types of the control", "tsc", ["--noEmit", "-p", "tsconfig.json"]);
await check("types of everything else", "tsc", ["--noEmit", "-p", "tsconfig.node.json"]);
await check("lint", "eslint", [".", "--max-warnings", "0"]);
await check("format", "prettier", ["--check", "."]);
await check("dead code", "knip", []);
await counted("unit and sandbox tests", jestReport, readJest, () =>
  run("jest", ["--json", `--outputFile=${jestReport}`, "--maxWorkers=2"]),
);
if (built) await browserTests();

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

async function browserTests() {
  const path = await requireBrowser().catch((error) => fail("browser tests", error.message));
  if (!path) return;
  const env = { CHROME_PATH: path, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport };
  await counted("browser tests", browserReport, readPlaywright, () => run("playwright", ["test"], env));
}

async function check(name, command, args) {
  console.log(`\n── ${name}`);
  const code = await run(command, args);
  total[code === 0 ? "passed" : "failed"] += 1;
  if (code !== 0) console.log(`${name}: failed with exit code ${code}`);
  return code === 0;
}

/** Adds a runner's own counts; a runner that ends badly without a failed test counts as one failure. */
async function counted(name, report, read, start) {
  console.log(`\n── ${name}`);
  const code = await start();
  try {
    const counts = read(JSON.parse(readFileSync(report, "utf8")));
    total.passed += counts.passed;
    total.skipped += counts.skipped;
    total.failed += Math.max(counts.failed, code === 0 ? 0 : 1);
  } catch (error) {
    fail(name, `no report: ${error.message}`);
  }
}

function fail(name, message) {
  console.error(`${name}: ${message}`);
  total.failed += 1;
}

function readJest(report) {
  const broken = report.numRuntimeErrorTestSuites;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests };
}

function readPlaywright({ stats }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}
