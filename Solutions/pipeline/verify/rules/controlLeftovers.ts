import { packagedControls } from "../controls";
import { finding, type Rule } from "../rule";

const SOURCE = {
  code: "control-source-packed",
  severity: "warning",
  whatToDo: "Pack the build's output folder, not the source folder; source maps and TypeScript stay outside.",
} as const;

const LEFTOVER = /(?:^|\/)(?:ControlManifest\.Input\.xml|[^/]+\.map|[^/]+\.tsx?)$/i;

/** Nothing of a control's source lies beside its build. */
export const controlLeftovers: Rule = (checked) =>
  packagedControls(checked).flatMap(({ name, manifestEntry }) => {
    const folder = manifestEntry.name.slice(0, manifestEntry.name.lastIndexOf("/") + 1);
    return checked.entries
      .filter((entry) => entry.name.startsWith(folder) && LEFTOVER.test(entry.name))
      .map((entry) => finding(SOURCE, entry.name, `${entry.name} is source of ${name}; no environment needs it.`));
  });
