import { PackageError } from "../../../SolutionHealth/package/errors";
import type { Finding } from "./finding";
import { openPackage } from "./openPackage";
import { type PackageUnderCheck, SOLUTION } from "./packageUnderCheck";
import type { Rule } from "./rule";
import { RULES } from "./rules";
import { describeFault } from "./rules/readable";

/**
 * Checks whether a package is sound.
 * @param bytes the zip.
 * @returns findings in the order of the rules; none means sound.
 */
export function verifyPackage(bytes: Uint8Array): Finding[] {
  const checked = openPackage(bytes);
  return withoutVagueOnes(withoutRepeats(RULES.flatMap((rule) => apply(rule, checked))));
}

/** A file that turns out to be damaged while a rule looks at it is a finding, not a crash. */
function apply(rule: Rule, checked: PackageUnderCheck): Finding[] {
  try {
    return rule(checked);
  } catch (error) {
    if (error instanceof PackageError) {
      return [describeFault(error)];
    }
    throw error;
  }
}

/** The reader of packages and a rule may find the same fault at the same place. */
function withoutRepeats(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, place }) => {
    const key = `${code} ${place.toLowerCase()}`;
    const repeated = seen.has(key) && READER_CODES.has(code);
    seen.add(key);
    return !repeated;
  });
}

const READER_CODES: ReadonlySet<string> = new Set(["missing-entry", "broken-xml", "forbidden-xml", "damaged-zip"]);

/** The reader calls a manifest with one wrong value no solution at all; a rule that names the value says it better. */
function withoutVagueOnes(findings: Finding[]): Finding[] {
  const precise = findings.some(({ severity, place }) => severity === "error" && place.startsWith(`${SOLUTION}/`));
  return precise ? findings.filter(({ code }) => code !== "not-a-solution") : findings;
}
