import { compareVersions, parseVersion, sameMajorMinor } from "../../../../SolutionHealth/domain/version";
import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { manifestOf, SOLUTION } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const VERSION = {
  code: "patch-version-rule",
  severity: "error",
  whatToDo: "A patch keeps the base's first two numbers and raises the third or fourth.",
} as const;

const PARENT = {
  code: "patch-without-base",
  severity: "warning",
  whatToDo: "Make patches by cloning: the platform then names them <base>_Patch_<hexadecimal> and notes the base.",
} as const;

/** A patch names its base and obeys the version rule (fact sheet §1.5). */
export const patch: Rule = (checked) => {
  const manifest = manifestOf(checked);
  const parent = manifest?.child("ParentSolution");
  if (manifest === undefined) {
    return [];
  }
  return parent === undefined ? judgeName(manifest) : judgeVersion(manifest, parent);
};

/** A name that looks like a patch's without being one: `_Patch_` must be followed by hexadecimal digits only. */
function judgeName(manifest: XmlElement): ReturnType<Rule> {
  const name = manifest.childText("UniqueName") ?? "";
  const halfPatch = /_patch_/i.test(name) && !/.+_patch_[0-9a-f]+$/i.test(name);
  const place = `${SOLUTION}/SolutionManifest/UniqueName`;
  return halfPatch ? [finding(PARENT, place, `"${name}" is named like a patch, but no base can be told from it.`)] : [];
}

function judgeVersion(manifest: XmlElement, parent: XmlElement): ReturnType<Rule> {
  const own = manifest.childText("Version") ?? "";
  const base = parent.childText("Version") ?? "";
  // What is no version at all, another rule says.
  if (parseVersion(own) === undefined || parseVersion(base) === undefined) {
    return [];
  }
  const message = `A patch of version ${own} cannot stand on a base of version ${base}.`;
  const obeyed = sameMajorMinor(own, base) && compareVersions(own, base) > 0;
  return obeyed ? [] : [finding(VERSION, `${SOLUTION}/SolutionManifest/Version`, message)];
}
