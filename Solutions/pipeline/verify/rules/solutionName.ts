import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const PLACE = `${SOLUTION}/SolutionManifest/UniqueName`;

const INVALID = {
  code: "unique-name-invalid",
  severity: "error",
  whatToDo: "Use letters, digits and underscores only, at most 65 of them, not beginning with a digit.",
} as const;

const HOLDING = {
  code: "unique-name-reserved",
  severity: "error",
  whatToDo: "Choose a name without this ending: the platform gives it to solutions staged for upgrade.",
} as const;

/** The unique name is one that the platform takes (0x8004F002, fact sheet §1.1 and §1.4). */
export const solutionName: Rule = (checked) => {
  const name = manifestOf(checked)?.childText("UniqueName");
  if (name === undefined) {
    return [];
  }
  if (!/^[A-Za-z_]\w{0,64}$/.test(name)) {
    return [finding(INVALID, PLACE, `"${name}" cannot be the unique name of a solution.`)];
  }
  return /_upgrade$/i.test(name) ? [finding(HOLDING, PLACE, `"${name}" ends in "_Upgrade".`)] : [];
};
