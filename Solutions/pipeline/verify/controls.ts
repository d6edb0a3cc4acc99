import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";
import { sectionOf, type CheckedEntry, type PackageUnderCheck } from "./packageUnderCheck";

/** A code component of the package, with its manifest. */
export interface PackagedControl {
  /** `<prefix>_<namespace>.<constructor>`, as customizations.xml writes it. */
  readonly name: string;
  /** Entry of its ControlManifest.xml. */
  readonly manifestEntry: CheckedEntry;
  /** The `<control>` element. */
  readonly control: XmlElement;
}

/** Files that a control's manifest asks for, by the element that asks. */
export const RESOURCE_ELEMENTS: readonly string[] = ["code", "css", "resx", "img", "html"];

/** Controls whose manifest can be read; the others are findings of other rules. */
export function packagedControls(checked: PackageUnderCheck): PackagedControl[] {
  return sectionOf(checked, "CustomControls", "CustomControl").flatMap((element) => {
    const manifestEntry = checked.find(element.childText("FileName") ?? "");
    const control = manifestEntry && checked.xml(manifestEntry.name)?.child("control");
    return manifestEntry && control ? [{ name: element.childText("Name") ?? "", manifestEntry, control }] : [];
  });
}

/** Elements of the manifest that name a file, e.g. `<code path="bundle.js">`. */
export function resourcesOf({ control }: PackagedControl): XmlElement[] {
  const resources = control.child("resources")?.children ?? [];
  return resources.filter(({ name }) => RESOURCE_ELEMENTS.includes(name));
}

/** The file that a resource element names, beside the manifest. */
export function resourceFile(
  checked: PackageUnderCheck,
  { manifestEntry }: PackagedControl,
  path: string,
): CheckedEntry | undefined {
  const folder = manifestEntry.name.slice(0, manifestEntry.name.lastIndexOf("/") + 1);
  return checked.find(folder + path);
}
