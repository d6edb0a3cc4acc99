import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { CUSTOMIZATIONS, sectionOf, type PackageUnderCheck } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

interface FileReference {
  readonly noun: string;
  readonly section: string;
  readonly element: string;
  /** Children that hold a path. */
  readonly paths: readonly string[];
  readonly code: string;
}

const REFERENCES: readonly FileReference[] = [
  reference("web resource", "WebResources", "WebResource", ["FileName"], "web-resource-file-missing"),
  reference("process", "Workflows", "Workflow", ["JsonFileName", "XamlFileName"], "process-file-missing"),
  reference("control", "CustomControls", "CustomControl", ["FileName"], "control-manifest-missing"),
  reference("plug-in assembly", "SolutionPluginAssemblies", "PluginAssembly", ["FileName"], "assembly-file-missing"),
  reference("canvas app", "CanvasApps", "CanvasApp", ["DocumentUri", "BackgroundImageUri"], "canvas-app-file-missing"),
];

/** Every file that customizations.xml names lies in the zip. */
export const referencedFiles: Rule = (checked) => REFERENCES.flatMap((kind) => judge(checked, kind));

function judge(checked: PackageUnderCheck, kind: FileReference): ReturnType<Rule> {
  const whatToDo = `Add the file of the ${kind.noun}, or mend its path.`;
  return sectionOf(checked, kind.section, kind.element).flatMap((element) =>
    kind.paths.flatMap((child) => {
      const path = element.childText(child);
      if (!path || checked.find(path) !== undefined) {
        return [];
      }
      const place = `${CUSTOMIZATIONS}/${kind.section}/${nameOf(element)}/${child}`;
      const message = `The ${kind.noun} ${nameOf(element)} names ${path}, which is not in the package.`;
      return [finding({ code: kind.code, severity: "error", whatToDo }, place, message)];
    }),
  );
}

function nameOf(element: XmlElement): string {
  return element.childText("Name") ?? element.attribute("Name") ?? element.attribute("FullName") ?? element.name;
}

function reference(
  noun: string,
  section: string,
  element: string,
  paths: readonly string[],
  code: string,
): FileReference {
  return { noun, section, element, paths, code };
}
