import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const INVALID = {
  code: "managed-flag-invalid",
  severity: "error",
  whatToDo: "Pack the folder: the packer writes 1 for managed and 0 for unmanaged. 2 stands in source folders only.",
} as const;

/** `<Managed>` is 0 or 1 in a package; 2 means "both" and stands in source folders only (fact sheet §13.1). */
export const managedFlag: Rule = (checked) => {
  const manifest = manifestOf(checked);
  const flag = manifest?.childText("Managed");
  if (manifest === undefined || flag === "0" || flag === "1") {
    return [];
  }
  return [finding(INVALID, `${SOLUTION}/SolutionManifest/Managed`, `<Managed> is "${flag ?? ""}".`)];
};
