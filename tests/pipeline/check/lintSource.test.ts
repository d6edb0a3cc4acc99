import { mkdir, symlink, writeFile } from "node:fs/promises";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { lintSource } from "../../../Solutions/pipeline/check/lintSource";
import type { Finding } from "../../../Solutions/pipeline/verify/finding";
import { fakeOutside, makeFolder, REPOSITORY } from "../fakes/fakeOutside";

/** Findings of the linter, run in a process of its own. */
function lint(productRoot: string): Finding[] {
  const args = ["--import", "tsx", require.resolve("./lintInChild.ts"), productRoot];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: REPOSITORY, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout) as Finding[];
}

/** A product with one source file, linted by the checker's rules and one other. */
async function product(source: string): Promise<string> {
  const root = await makeFolder();
  await mkdir(join(root, "SolutionHealth"));
  await symlink(join(REPOSITORY, "node_modules"), join(root, "node_modules"));
  await writeFile(join(root, "SolutionHealth", "index.js"), source);
  await writeFile(
    join(root, "eslint.config.mjs"),
    `import powerApps from "@microsoft/eslint-plugin-power-apps";
     const plugins = { "@microsoft/power-apps": powerApps };
     export default [{ plugins, rules: { ...powerApps.configs.paCheckerHosted.rules, "no-var": "error" } }];`,
  );
  return root;
}

describe("lintSource", () => {
  it("tells what the checker's rules find, and nothing else", async () => {
    const productRoot = await product("var where = window.top;\nalert(where);\nXrm.Page.context.getOrgUniqueName();\n");
    const findings = lint(productRoot);
    const codes = findings.map(({ code }) => code);
    expect(codes).toContain("avoid-window-top");
    expect(codes).not.toContain("no-var");
    expect(findings.find(({ code }) => code === "avoid-window-top")).toMatchObject({
      severity: "warning",
      place: "SolutionHealth/index.js:1:13",
    });
  });

  it("does not call a file checked that cannot be read", async () => {
    const productRoot = await product("const = ;");
    const findings = lint(productRoot);
    expect(findings).toMatchObject([
      { code: "unreadable-source", severity: "error", place: "SolutionHealth/index.js:1:7" },
    ]);
  });

  it("says what to install when the linter is missing", async () => {
    await expect(lintSource(fakeOutside())).rejects.toMatchObject({ code: "linterMissing", exitCode: 8 });
  });
});
