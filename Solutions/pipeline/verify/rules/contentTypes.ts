import { CONTENT_TYPES, type PackageUnderCheck } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const UNCOVERED = {
  code: "content-type-missing",
  severity: "warning",
  whatToDo:
    "Pack again: [Content_Types].xml needs a Default for each ending and an Override for each file without one.",
} as const;

/** Parts without a content type are invisible to whoever opens the zip as a package (fact sheet §13.3). */
export const contentTypes: Rule = (checked) => {
  const types = checked.xml(CONTENT_TYPES);
  if (types === undefined) {
    return [];
  }
  const valueOf = (element: string, attribute: string): Set<string> =>
    new Set(types.childrenNamed(element).map((child) => child.attribute(attribute)?.toLowerCase() ?? ""));
  const endings = valueOf("Default", "Extension");
  const parts = new Set([...valueOf("Override", "PartName")].map(decoded));
  return uncovered(checked, endings, parts).map((name) =>
    finding(UNCOVERED, name, `[Content_Types].xml gives no content type for ${name}.`),
  );
};

function uncovered({ entries }: PackageUnderCheck, endings: ReadonlySet<string>, parts: ReadonlySet<string>): string[] {
  return entries
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase() !== CONTENT_TYPES.toLowerCase())
    .filter((name) => {
      const ending = /\.([^./]+)$/.exec(name)?.[1]?.toLowerCase();
      return !(ending !== undefined && endings.has(ending)) && !parts.has(decoded(`/${name.toLowerCase()}`));
    });
}

/** Part names may be percent-encoded on one side only. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
