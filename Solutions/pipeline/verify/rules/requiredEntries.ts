import { CONTENT_TYPES, CUSTOMIZATIONS, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const MISSING = {
  code: "missing-entry",
  severity: "error",
  whatToDo: "solution.xml, customizations.xml and [Content_Types].xml must lie at the root of the zip.",
} as const;

/** The three entries without which the server refuses the file (0x80048060, fact sheet §13). */
export const requiredEntries: Rule = ({ entries, find }) =>
  entries.length === 0
    ? []
    : [SOLUTION, CUSTOMIZATIONS, CONTENT_TYPES]
        .filter((name) => find(name) === undefined)
        .map((name) => finding(MISSING, name, `The package has no ${name}.`));
