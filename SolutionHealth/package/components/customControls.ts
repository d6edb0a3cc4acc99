import { ComponentType } from "../../domain/model/componentType";
import type { Properties } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import type { Steps } from "../reading/steps";
import { leafProperties } from "./properties";
import { elementsOf, type Found, type PackageSource } from "./source";

/** Custom (PCF) controls: the packed manifest and the files it ships. */
export function* readCustomControls(source: PackageSource): Found {
  for (const element of elementsOf(source, "CustomControls", "CustomControl")) {
    const path = element.childText("FileName") ?? "";
    const manifest = yield* source.files.xml(path);
    const name = controlName(element, manifest);
    const folder = path.replace(/^\/+/, "").replace(/\/[^/]*$/, "");
    const files = source.files.under(folder);
    const resources: Properties[] = [];
    for (const file of files) resources.push(yield* resource(file.path, folder, source));
    yield {
      type: ComponentType.CustomControl,
      key: name.toLowerCase(),
      name,
      shell: manifest === undefined,
      properties: { name, ...leafProperties(element, ["Name", "FileName"]), ...manifestProperties(manifest) },
      children: { CustomControlResources: resources },
      files,
    };
  }
}

function manifestProperties(manifest: XmlElement | undefined): Properties {
  if (manifest === undefined) return {};
  return { manifest: manifest.toXml(), version: controlOf(manifest)?.attribute("version") ?? "" };
}

function controlOf(manifest: XmlElement | undefined): XmlElement | undefined {
  return manifest?.name === "control" ? manifest : manifest?.child("control");
}

/** Early packers wrote the manifest's file name for the control's; the root entry has it as `namespace.constructor`. */
function controlName(element: XmlElement, manifest: XmlElement | undefined): string {
  const written = element.childText("Name") ?? "";
  const control = controlOf(manifest);
  if (control === undefined || !/^(?:Control)?Manifest\.xml$/i.test(written)) return written;
  return `${control.attribute("namespace") ?? ""}.${control.attribute("constructor") ?? ""}`;
}

function* resource(path: string, folder: string, source: PackageSource): Steps<Properties> {
  const name = path.slice(folder.length + 1);
  const properties: Properties = { name };
  yield* source.files.putContent(properties, "content", path, name);
  return properties;
}
