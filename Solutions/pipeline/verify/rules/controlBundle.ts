import { packagedControls, resourceFile, resourcesOf, type PackagedControl } from "../controls";
import type { CheckedEntry, PackageUnderCheck } from "../packageUnderCheck";
import { finding, type FindingKind, type Rule } from "../rule";
import { textOf } from "../text";

const MEBIBYTE = 1024 * 1024;

/** Size above which pcf-scripts itself refuses a bundle (`bundle_size_exceeds_max`). */
const LARGEST_BUNDLE = 5 * MEBIBYTE;

const DEVELOPMENT = {
  code: "development-bundle",
  severity: "error",
  whatToDo: "Build with: pcf-scripts build --buildMode production.",
} as const;

const TOO_LARGE = {
  code: "bundle-too-large",
  severity: "warning",
  whatToDo: "Take React and Fluent from the platform, and leave out what is not used.",
} as const;

const EMPTY = {
  code: "bundle-empty",
  severity: "error",
  whatToDo: "Build the control again before packing.",
} as const;

/** What webpack leaves in a bundle only when it builds for development. */
const DEVELOPMENT_MARKS: readonly RegExp[] = [
  /eval\("(?:\/\/|__webpack_require__|[^"]{0,200}\\n\/\/# sourceURL=webpack)/,
  /\/\/# sourceURL=webpack-internal:/,
  /\/\/# sourceMappingURL=data:/,
  /ATTENTION: (?:The|An) "eval"(?:-source-map)? devtool has been used/,
];

/** The code of a control is a production build of a sensible size. */
export const controlBundle: Rule = (checked) =>
  packagedControls(checked).flatMap((control) => codeFiles(checked, control).flatMap((file) => judge(control, file)));

function codeFiles(checked: PackageUnderCheck, control: PackagedControl): CheckedEntry[] {
  return resourcesOf(control)
    .filter(({ name }) => name === "code")
    .map((element) => resourceFile(checked, control, element.attribute("path") ?? ""))
    .filter((file) => file !== undefined);
}

function judge({ name }: PackagedControl, file: CheckedEntry): ReturnType<Rule> {
  if (file.size === 0) {
    return [finding(EMPTY, file.name, `The code of ${name} is empty.`)];
  }
  const found: [FindingKind, string][] = [];
  if (file.size > LARGEST_BUNDLE) {
    found.push([
      TOO_LARGE,
      `The code of ${name} has ${(file.size / MEBIBYTE).toFixed(1)} MB; more than 5 is refused by the build tools.`,
    ]);
  }
  const text = textOf(file.read());
  if (DEVELOPMENT_MARKS.some((mark) => mark.test(text))) {
    found.push([DEVELOPMENT, `The code of ${name} is a development build: large, slow, and run by eval.`]);
  }
  return found.map(([kind, message]) => finding(kind, file.name, message));
}
