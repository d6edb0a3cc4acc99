import { normaliseGuid } from "../domain/model/guid";
import { defined } from "./defined";
import { PackageError } from "./errors";
import { readLabels } from "./labels";
import { readMissingDependencies } from "./missingDependencies";
import type { PackageManifest, PackagePublisher, RootComponent } from "./model";
import type { XmlElement } from "../domain/xml/element";

const PLACE = "solution.xml";

/**
 * Reads solution.xml (fact sheet §13.1). Packages of CRM 2011 lack `SolutionPackageVersion` (§9); whether they may be
 * imported is the environment's decision, not the reader's.
 * @throws PackageError notSolution when it is no solution manifest, or lacks its name, version or `Managed`.
 */
export function readManifest(document: XmlElement): PackageManifest {
  const manifest = document.child("SolutionManifest");
  if (document.name !== "ImportExportXml" || manifest === undefined) {
    throw new PackageError("notSolution", "solution.xml holds no solution manifest", PLACE);
  }
  return defined({
    uniqueName: required(manifest, "UniqueName"),
    names: readLabels(manifest.child("LocalizedNames")),
    descriptions: readLabels(manifest.child("Descriptions")),
    version: readVersion(manifest),
    managed: readManaged(manifest),
    publisher: readPublisher(manifest),
    rootComponents: readRootComponents(manifest),
    missingDependencies: readMissingDependencies(manifest.child("MissingDependencies")),
    packageVersion: document.attribute("SolutionPackageVersion"),
    exporterVersion: document.attribute("version"),
    languageCode: integer(document.attribute("languagecode")),
    parentSolution: readParent(manifest),
    configurationPage: nonEmpty(manifest.childText("ConfigurationPage")),
  });
}

function required(parent: XmlElement, name: string): string {
  const text = nonEmpty(parent.childText(name));
  if (text === undefined) throw new PackageError("notSolution", `${parent.name} has no ${name}`, PLACE);
  return text;
}

function readVersion(manifest: XmlElement): string {
  const version = required(manifest, "Version");
  if (!/^\d+(?:\.\d+){0,3}$/.test(version)) {
    throw new PackageError("notSolution", "The solution's version is not one to four numbers", PLACE);
  }
  return version;
}

/** 0 unmanaged, 1 managed; 2 ("both") exists in source folders only, never in an exported zip. */
function readManaged(manifest: XmlElement): boolean {
  const managed = required(manifest, "Managed");
  if (managed !== "0" && managed !== "1") {
    throw new PackageError("notSolution", "Managed is neither 0 nor 1", PLACE);
  }
  return managed === "1";
}

function readPublisher(manifest: XmlElement): PackagePublisher {
  const publisher = manifest.child("Publisher");
  if (publisher === undefined) throw new PackageError("notSolution", "The manifest names no publisher", PLACE);
  return defined({
    uniqueName: required(publisher, "UniqueName"),
    names: readLabels(publisher.child("LocalizedNames")),
    prefix: publisher.childText("CustomizationPrefix") ?? "",
    optionValuePrefix: integer(publisher.childText("CustomizationOptionValuePrefix")),
  });
}

function readRootComponents(manifest: XmlElement): RootComponent[] {
  return (manifest.child("RootComponents")?.childrenNamed("RootComponent") ?? []).map((root) => {
    const type = integer(root.attribute("type"));
    if (type === undefined) throw new PackageError("notSolution", "A root component has no numeric type", PLACE);
    return defined({
      type,
      schemaName: root.attribute("schemaName"),
      id: normaliseGuid(root.attribute("id") ?? ""),
      parentId: normaliseGuid(root.attribute("parentId") ?? ""),
      behavior: readBehavior(root.attribute("behavior")),
    });
  });
}

function readBehavior(text: string | undefined): 0 | 1 | 2 | undefined {
  const behavior = integer(text);
  return behavior === 0 || behavior === 1 || behavior === 2 ? behavior : undefined;
}

/** No exported patch is public, so the shape `<ParentSolution><UniqueName/><Version/>` is unconfirmed (§13.2). */
function readParent(manifest: XmlElement): PackageManifest["parentSolution"] | undefined {
  const parent = manifest.child("ParentSolution");
  const uniqueName = nonEmpty(parent?.childText("UniqueName")) ?? nonEmpty(parent?.text.trim());
  return uniqueName === undefined
    ? undefined
    : defined({ uniqueName, version: nonEmpty(parent?.childText("Version")) });
}

function integer(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text.trim()) ? Number(text) : undefined;
}

function nonEmpty(text: string | undefined): string | undefined {
  return text === "" ? undefined : text;
}
