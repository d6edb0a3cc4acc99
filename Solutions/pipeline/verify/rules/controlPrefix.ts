import { packagedControls } from "../controls";
import { CUSTOMIZATIONS, prefixOf } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const FOREIGN = {
  code: "control-prefix-foreign",
  severity: "error",
  whatToDo:
    "Let the publisher of the solution and the prefix of the control agree: links and forms name the control by it.",
} as const;

/** A control bears the prefix of the publisher that packs it (all 45 named controls of the real packages do). */
export const controlPrefix: Rule = (checked) => {
  const prefix = prefixOf(checked);
  return packagedControls(checked)
    .filter(({ name }) => name.includes("_") && prefix !== undefined)
    .filter(({ name }) => name.slice(0, name.indexOf("_")).toLowerCase() !== prefix)
    .map(({ name }) =>
      finding(FOREIGN, `${CUSTOMIZATIONS}/CustomControls/${name}`, `${name} does not begin with "${prefix ?? ""}_".`),
    );
};
