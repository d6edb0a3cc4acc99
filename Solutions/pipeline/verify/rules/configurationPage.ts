import { keyOf } from "../inventory";
import { manifestOf, sectionOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const MISSING = {
  code: "configuration-page-missing",
  severity: "error",
  whatToDo:
    "Add the HTML web resource to the solution, or take <ConfigurationPage> out (the server answers 0x8004701C).",
} as const;

/** The configuration page is a web resource of the same solution (fact sheet §1.1). */
export const configurationPage: Rule = (checked) => {
  const page = keyOf(manifestOf(checked)?.childText("ConfigurationPage"));
  const carried = sectionOf(checked, "WebResources", "WebResource").map((found) => keyOf(found.childText("Name")));
  if (page === undefined || carried.includes(page)) {
    return [];
  }
  const place = `${SOLUTION}/SolutionManifest/ConfigurationPage`;
  return [finding(MISSING, place, `The configuration page ${page} is not in the package.`)];
};
