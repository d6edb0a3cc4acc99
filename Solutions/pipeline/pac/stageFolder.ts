import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FolderMapping } from "../layout/sourceFiles";
import { parseStampedVersion, stampControl, stampSolution } from "../layout/version";
import { parseRoot } from "../layout/xml/parse";
import { printDocument } from "../layout/xml/print";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";
import type { PackRequest } from "../packer/packer";

/**
 * Lays out for pac what the embedded packer puts together in memory: the source, the built controls in their places,
 * and the version stamped into both.
 * @param target an empty folder.
 * @throws PackagingError badVersion, brokenXml.
 */
export async function stageFolder(
  { folder, mappings, version }: Pick<PackRequest, "folder" | "mappings" | "version">,
  target: string,
): Promise<void> {
  await cp(folder, target, { recursive: true });
  for (const { from, to } of mappings) {
    await cp(from, join(target, to), { recursive: true });
  }
  if (version === undefined) {
    return;
  }
  const stamped = parseStampedVersion(version);
  await rewrite(join(target, "Other", "Solution.xml"), "ImportExportXml", (root) => stampSolution(root, stamped));
  for (const manifest of controlManifests(mappings)) {
    await rewrite(join(target, manifest), "manifest", (root) => stampControl(root, stamped));
  }
}

function controlManifests(mappings: readonly FolderMapping[]): string[] {
  return mappings.map(({ to }) => join(to, "ControlManifest.xml"));
}

async function rewrite(file: string, rootName: string, change: (root: XmlElement) => void): Promise<void> {
  const root = parseRoot(await readFile(file), file, rootName);
  change(root);
  await writeFile(file, printDocument(root));
}
