import { sectionOf, type PackageUnderCheck } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const STRAY = {
  code: "file-unused",
  severity: "warning",
  whatToDo: "Take the file out, or add the component that it belongs to.",
} as const;

/** A file under WebResources/ that no web resource names is never imported. */
export const strayFiles: Rule = (checked) => {
  const named = namedFiles(checked);
  return checked.entries
    .filter((entry) => /^webresources\//i.test(entry.name) && !named.has(entry.name))
    .map((entry) => finding(STRAY, entry.name, `No web resource names ${entry.name}: it is not imported.`));
};

function namedFiles(checked: PackageUnderCheck): ReadonlySet<string> {
  const paths = sectionOf(checked, "WebResources", "WebResource").map((found) => found.childText("FileName"));
  return new Set(
    paths
      .map((path) => (path === undefined ? undefined : checked.find(path)?.name))
      .filter((name) => name !== undefined),
  );
}
