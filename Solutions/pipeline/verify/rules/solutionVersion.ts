import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const INVALID = {
  code: "version-invalid",
  severity: "error",
  whatToDo: "Write two to four numbers between points, e.g. 1.4.0.0.",
} as const;

/** Largest number that a part of a .NET version can hold. */
const LARGEST_PART = 2_147_483_647;

/** Two to four numeric parts: all of them are real (0x8004F01E, fact sheet §1.1). */
export const solutionVersion: Rule = (checked) => {
  const manifest = manifestOf(checked);
  const version = manifest?.childText("Version");
  if (manifest === undefined || (version !== undefined && isVersion(version))) {
    return [];
  }
  const place = `${SOLUTION}/SolutionManifest/Version`;
  return [finding(INVALID, place, `"${version ?? ""}" is not the version of a solution.`)];
};

function isVersion(text: string): boolean {
  return /^\d+(?:\.\d+){1,3}$/.test(text) && text.split(".").every((part) => Number(part) <= LARGEST_PART);
}
