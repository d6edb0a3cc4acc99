import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const PLACE = `${SOLUTION}/SolutionManifest/Publisher`;

const MISSING = {
  code: "publisher-missing",
  severity: "error",
  whatToDo: "Name a publisher with its unique name and prefix; every solution has one.",
} as const;

const PREFIX = {
  code: "publisher-prefix-invalid",
  severity: "error",
  whatToDo: "Use 2 to 8 letters and digits, beginning with a letter and not with mscrm.",
} as const;

const OPTION_PREFIX = {
  code: "publisher-option-prefix-invalid",
  severity: "error",
  whatToDo: "Use a number from 10000 to 99999, the one of the publisher that the solution is developed with.",
} as const;

/** The publisher is there and its prefixes are such as the platform takes. The number may be absent in old exports. */
export const publisher: Rule = (checked) => {
  const manifest = manifestOf(checked);
  if (manifest === undefined) {
    return [];
  }
  const element = manifest.child("Publisher");
  if (!element?.childText("UniqueName")) {
    return [finding(MISSING, PLACE, "The package names no publisher.")];
  }
  return [...judgePrefix(element.childText("CustomizationPrefix") ?? ""), ...judgeOption(element)];
};

function judgePrefix(prefix: string): ReturnType<Rule> {
  const valid = /^[a-z][a-z0-9]{1,7}$/i.test(prefix) && !/^mscrm/i.test(prefix);
  return valid ? [] : [finding(PREFIX, `${PLACE}/CustomizationPrefix`, `"${prefix}" cannot be a prefix.`)];
}

function judgeOption(element: { childText(name: string): string | undefined }): ReturnType<Rule> {
  const text = element.childText("CustomizationOptionValuePrefix");
  if (text === undefined || text === "") {
    return [];
  }
  const valid = /^\d{5}$/.test(text) && Number(text) >= 10_000;
  const place = `${PLACE}/CustomizationOptionValuePrefix`;
  return valid ? [] : [finding(OPTION_PREFIX, place, `"${text}" cannot be the prefix of option values.`)];
}
