import { ComponentType } from "../../../../SolutionHealth/domain/model/componentType";
import { rootEntries } from "../inventory";
import { prefixOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const UNUSED = {
  code: "publisher-prefix-unused",
  severity: "warning",
  whatToDo: "Check the publisher: its prefix should be the one that the components were made with.",
} as const;

const NAMED_TYPES: ReadonlySet<string> = new Set(
  [ComponentType.OptionSet, ComponentType.WebResource, ComponentType.CustomControl, ComponentType.AppModule].map(
    String,
  ),
);

/** A single component of another publisher is an everyday thing: eleven of the real packages looked at have one. */
const FEWEST = 2;

/**
 * Solutions mix components of several publishers every day, which is no fault. But where all new components bear one
 * single other prefix, most likely the publisher is the wrong one.
 */
export const prefixes: Rule = (checked) => {
  const prefix = prefixOf(checked);
  const found = rootEntries(checked)
    .filter(({ type, key }) => NAMED_TYPES.has(type) && key?.includes("_"))
    .map(({ key = "" }) => key.slice(0, key.indexOf("_")));
  const others = new Set(found);
  if (prefix === undefined || others.size !== 1 || others.has(prefix) || found.length < FEWEST) {
    return [];
  }
  const message = `The publisher's prefix is "${prefix}", but all ${found.length} named components bear "${found[0] ?? ""}".`;
  return [finding(UNUSED, `${SOLUTION}/SolutionManifest/Publisher/CustomizationPrefix`, message)];
};
