import { joinReferences } from "./components/joinReferences";
import { resolveLookups } from "./components/lookups";
import { READERS } from "./components/readers";
import { markRoots } from "./components/rootComponents";
import type { ComponentDraft, PackageSource } from "./components/source";
import { PackageError } from "./errors";
import { DEFAULT_LIMITS, type PackageLimits } from "./limits";
import { readManifest } from "./manifest";
import type { SolutionPackage } from "./model";
import { PackageFiles } from "./packageFiles";
import type { XmlElement } from "../domain/xml/element";
import { Archive } from "./zip/archive";

/**
 * Reads a solution.zip: its manifest and every component it holds. Only entries that matter are inflated; contents
 * above `limits.eagerBytes` stay in `bytes` (which must therefore not change) until their property is read.
 * @throws PackageError with the code of the first fault found; nothing is returned half read.
 */
export function readPackage(bytes: Uint8Array, limits: Partial<PackageLimits> = {}): SolutionPackage {
  const allLimits = { ...DEFAULT_LIMITS, ...limits };
  const archive = new Archive(bytes, allLimits);
  const files = new PackageFiles(archive, allLimits);
  // The platform refuses packages without any of the three (0x80048060, fact sheet §13).
  requireEntry(files, "[Content_Types].xml");
  const manifest = readManifest(requireXml(files, "solution.xml"));
  const customizations = requireXml(files, "customizations.xml");
  if (customizations.name !== "ImportExportXml") {
    throw new PackageError("notSolution", "customizations.xml holds no customizations", "customizations.xml");
  }
  const drafts = readDrafts({ customizations, files, languageCode: manifest.languageCode });
  return {
    manifest,
    components: joinReferences(markRoots(drafts, manifest.rootComponents), manifest.missingDependencies),
    entries: archive.entries.map((entry) => entry.name),
  };
}

/** Runs all readers. Of two definitions of one component the first counts, as in the platform's own lists. */
function readDrafts(source: PackageSource): ComponentDraft[] {
  const drafts = new Map<string, ComponentDraft>();
  for (const read of READERS) {
    for (const draft of read(source)) {
      const place = `${String(draft.type)}|${draft.key}`;
      if (draft.key !== "" && !drafts.has(place)) drafts.set(place, draft);
    }
  }
  return resolveLookups([...drafts.values()]);
}

function requireEntry(files: PackageFiles, name: string): void {
  if (files.find(name) === undefined) {
    throw new PackageError("missingEntry", `The package has no ${name}`, name);
  }
}

function requireXml(files: PackageFiles, name: string): XmlElement {
  requireEntry(files, name);
  const document = files.xml(name);
  if (document === undefined) throw new PackageError("missingEntry", `The package has no ${name}`, name);
  return document;
}
