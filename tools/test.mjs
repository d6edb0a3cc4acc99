// `npm test`: every check, each step run even when an earlier one failed, and one closing line with the sum.
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { requireBrowser } from "./browser.mjs";
import { collect, run } from "./run.mjs";

const folder = "test-results";
const jestReport = join(folder, "jest.json");
const browserReport = join(folder, "browser.json");
const total = { passed: 0, failed: 0, skipped: 0 };

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// Where a browser has to be installed first, that goes on while the checks run.
const browser = requireBrowser().then(
  (path) => ({ path }),
  (error) => ({ error }),
);
const built = await checks();
await counted("unit and sandbox tests", jestReport, readJest, () =>
  run("jest", ["--json", `--outputFile=${jestReport}`, "--maxWorkers=2"]),
);
if (built) await browserTests(await browser);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : "";
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);

/**
 * The checks that use one core each, two at a time; the longest begins first.
 * @returns {Promise<boolean>} whether there is a build to test
 */
async function checks() {
  const build = check("production build", process.execPath, [join("tools", "build.mjs")]);
  // All but the format read the manifest's types, which the build writes.
  const others = [
    ["lint", "eslint", [".", "--max-warnings", "0"]],
    ["types of everything else", "tsc", ["--noEmit", "-p", "tsconfig.node.json"]],
    ["types of the control", "tsc", ["--noEmit", "-p", "tsconfig.json"]],
    ["dead code", "knip", []],
  ];
  const lane = async (before) => {
    await before;
    for (let next = others.shift(); next; next = others.shift()) await check(...next);
  };
  const format = check("format", "prettier", ["--check", "."]);
  await Promise.all([lane(build), lane(Promise.all([build, format]))]);
  return build;
}

/** Output is shown when the step has ended, so that steps side by side stay apart. */
async function check(name, command, args) {
  const begun = Date.now();
  const { code, output } = await collect(command, args);
  console.log(`\n── ${name} (${Math.round((Date.now() - begun) / 1000)} s)\n${output.trimEnd()}`);
  total[code === 0 ? "passed" : "failed"] += 1;
  if (code !== 0) console.log(`${name}: failed with exit code ${code}`);
  return code === 0;
}

async function browserTests({ path, error }) {
  if (error) return fail("browser tests", error.message);
  const env = { CHROME_PATH: path, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport };
  await counted("browser tests", browserReport, readPlaywright, () => run("playwright", ["test"], env));
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
