import { SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const PLACE = `${SOLUTION}/ImportExportXml/@SolutionPackageVersion`;

const TOO_OLD = {
  code: "package-too-old",
  severity: "error",
  whatToDo: "Import it into an environment of that time and export it again from a later one.",
} as const;

const INVALID = {
  code: "package-version-invalid",
  severity: "error",
  whatToDo: "Leave the attribute as the exporter or packer wrote it, e.g. 9.2.",
} as const;

/** Packages of CRM 2011 say no package version, or 5; nothing newer imports them (0x80048068, fact sheet §9). */
export const packageVersion: Rule = (checked) => {
  const root = checked.xml(SOLUTION);
  if (root === undefined) {
    return [];
  }
  const version = root.attribute("SolutionPackageVersion");
  if (version === undefined || /^5(?:\.|$)/.test(version)) {
    return [finding(TOO_OLD, PLACE, "The package is in the format of Dynamics CRM 2011, which is no longer imported.")];
  }
  return /^\d+\.\d+$/.test(version) ? [] : [finding(INVALID, PLACE, `"${version}" is not a package version.`)];
};
