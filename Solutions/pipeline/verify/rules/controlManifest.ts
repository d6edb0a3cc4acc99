import { packagedControls, resourceFile, resourcesOf, type PackagedControl } from "../controls";
import type { PackageUnderCheck } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const INCOMPLETE = {
  code: "control-manifest-incomplete",
  severity: "error",
  whatToDo:
    "Build the control with pcf-scripts and pack its output; the manifest needs namespace, constructor, version and code.",
} as const;

const NAME = {
  code: "control-name-mismatch",
  severity: "error",
  whatToDo: "Name it <prefix>_<namespace>.<constructor>, the same in customizations.xml and in <RootComponents>.",
} as const;

const VERSION = {
  code: "control-version-invalid",
  severity: "error",
  whatToDo: "Write three numbers between points, e.g. 1.4.0, and raise them with every release: hosts cache by them.",
} as const;

const FILE = {
  code: "control-file-missing",
  severity: "error",
  whatToDo: "Pack the whole output of the control's build, not a part of it.",
} as const;

/** A control's manifest is whole and agrees with its name and with the files beside it (fact sheet §13.4). */
export const controlManifest: Rule = (checked) =>
  packagedControls(checked).flatMap((control) => [
    ...judgeParts(control),
    ...judgeName(control),
    ...judgeVersion(control),
    ...judgeFiles(checked, control),
  ]);

function judgeParts(packaged: PackagedControl): ReturnType<Rule> {
  const { control, manifestEntry } = packaged;
  const missing = ["namespace", "constructor", "version"].filter((name) => !control.attribute(name));
  const code = resourcesOf(packaged).some(({ name }) => name === "code") ? [] : ["code"];
  return [...missing, ...code].map((part) =>
    finding(INCOMPLETE, manifestEntry.name, `The manifest of ${packaged.name} has no ${part}.`),
  );
}

function judgeName({ name, control, manifestEntry }: PackagedControl): ReturnType<Rule> {
  const own = `${control.attribute("namespace") ?? ""}.${control.attribute("constructor") ?? ""}`;
  // "Manifest.xml": what the first packers wrote in place of a name.
  const unnamed = !name.includes("_");
  if (unnamed || name.slice(name.indexOf("_") + 1).toLowerCase() === own.toLowerCase()) {
    return [];
  }
  return [finding(NAME, manifestEntry.name, `The control is called ${name}, but its manifest says ${own}.`)];
}

function judgeVersion({ name, control, manifestEntry }: PackagedControl): ReturnType<Rule> {
  const version = control.attribute("version");
  const valid = version === undefined || /^\d+\.\d+\.\d+$/.test(version);
  return valid ? [] : [finding(VERSION, manifestEntry.name, `The control ${name} has the version "${version}".`)];
}

function judgeFiles(checked: PackageUnderCheck, packaged: PackagedControl): ReturnType<Rule> {
  return resourcesOf(packaged)
    .map((element) => element.attribute("path") ?? "")
    .filter((path) => resourceFile(checked, packaged, path) === undefined)
    .map((path) =>
      finding(FILE, packaged.manifestEntry.name, `The manifest of ${packaged.name} names ${path}, which is not there.`),
    );
}
