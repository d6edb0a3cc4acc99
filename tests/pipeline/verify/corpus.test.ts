import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { verifyPackage } from "../../../Solutions/pipeline/verify/verifyPackage";

/** Real exported solutions, beside the checkout; not part of the project. */
const ZIPS = resolve(__dirname, "..", "..", "..", "..", "shared", "corpus", "zips");
const names = existsSync(ZIPS) ? readdirSync(ZIPS).filter((name) => name.endsWith(".zip")) : [];

/** The one real package whose format no environment of today takes. */
const OF_CRM_2011 = "Sample_AdvancedPlugins__1.0.0.0__";

/**
 * How many real packages may at most get a finding of this code: each of these findings was looked at and is true.
 * Everything else on a real package is a rule that cries wolf.
 */
const TRUE_FINDINGS: Readonly<Record<string, number>> = {
  "depends-on-unmanaged": 30,
  "solution-empty": 7,
  "root-component-missing": 2,
  "app-without-roles": 2,
  "app-icon-missing": 1,
  "content-type-missing": 1,
  "dependency-in-package": 1,
  "package-too-old": 1,
};

const describeCorpus = names.length > 0 ? describe : describe.skip;

describeCorpus(`verifyPackage, on ${names.length} real packages`, () => {
  const found = new Map<string, number>();

  it.each(names)("finds no error in %s", (name) => {
    const findings = verifyPackage(readFileSync(join(ZIPS, name)));
    for (const code of new Set(findings.map((finding) => finding.code))) {
      found.set(code, (found.get(code) ?? 0) + 1);
    }
    const errors = findings.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect(errors).toEqual(name.startsWith(OF_CRM_2011) ? ["package-too-old"] : []);
  });

  it("finds in all of them no more than what was looked at and is true", () => {
    const unexpected = [...found].filter(([code, count]) => count > (TRUE_FINDINGS[code] ?? 0));
    expect(unexpected).toEqual([]);
  });
});
