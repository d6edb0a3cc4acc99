import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const NAMELESS = {
  code: "display-name-missing",
  severity: "warning",
  whatToDo: "Add a <LocalizedName> in the package's base language, else lists show the unique name.",
} as const;

/** The solution has a name in the language the package says it was made in. */
export const labels: Rule = (checked) => {
  const manifest = manifestOf(checked);
  const language = checked.xml(SOLUTION)?.attribute("languagecode");
  if (manifest === undefined || language === undefined) {
    return [];
  }
  const names = manifest.child("LocalizedNames")?.childrenNamed("LocalizedName") ?? [];
  const named = names.some((name) => name.attribute("languagecode") === language && name.attribute("description"));
  const place = `${SOLUTION}/SolutionManifest/LocalizedNames`;
  return named ? [] : [finding(NAMELESS, place, `The solution has no name in language ${language}.`)];
};
