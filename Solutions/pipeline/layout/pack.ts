import { componentKinds } from "./kinds/registry";
import type { MissingVariant, PackContext } from "./kinds/kind";
import { contentTypesXml } from "./contentTypes";
import { safePath, toEntryName } from "./entryName";
import { refuseUnsupportedFile } from "./kinds/unsupported";
import { PackagingError } from "./packagingError";
import { type FolderMapping, readSourceFiles, type SourceFiles } from "./sourceFiles";
import { packageTypeOf, setManaged } from "./packageType";
import { parseStampedVersion, stampControl, type StampedVersion, stampSolution } from "./version";
import { parseRoot } from "./xml/parse";
import { printDocument } from "./xml/print";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";
import { ZipWriter } from "./zipWriter";

export interface PackOptions {
  readonly managed: boolean;
  /** Folders whose files take part as if they lay in the source. */
  readonly mappings?: readonly FolderMapping[];
  /** Stamped into Solution.xml and the manifests of controls; without it the sources' own versions stay. */
  readonly version?: string;
  /** For folders of both package types. Default `refuse`. */
  readonly missingVariant?: MissingVariant;
}

const SOLUTION = "Other/Solution.xml";
const CUSTOMIZATIONS = "Other/Customizations.xml";
const NAMESPACE_DECLARATION = "xmlns:xsi";

/**
 * Packs a folder in the layout of SolutionPackager into a solution package. The same sources give the same bytes.
 * @param folder the folder that holds `Other/Solution.xml`.
 * @throws PackagingError for anything that is missing, broken, or that it cannot pack; nothing is dropped in silence.
 */
export async function packFolder(folder: string, options: PackOptions): Promise<Uint8Array> {
  return packFiles(await readSourceFiles(folder, options.mappings ?? []), options);
}

/** {@link packFolder} for files that are read already. */
export function packFiles(files: SourceFiles, options: PackOptions): Uint8Array {
  const version = options.version === undefined ? undefined : parseStampedVersion(options.version);
  const entries = new Map<string, Uint8Array>();
  const writer = new ZipWriter();
  const manifest = packManifest(files, options, version);
  const customizations = packCustomizations(files, options, (path, content) => {
    if (entries.has(path)) {
      throw new PackagingError("duplicateComponent", `Two components need the entry ${path}.`, path);
    }
    entries.set(
      safePath(path, path),
      version && isControlManifest(path) ? stampedControl(path, content, version) : content,
    );
  });
  takeOtherFiles(files, entries);
  // The order in which SolutionPackager writes.
  writer.add("customizations.xml", printDocument(customizations));
  writer.add("solution.xml", printDocument(manifest));
  for (const [path, content] of entries) writer.add(toEntryName(path), content);
  writer.add("[Content_Types].xml", contentTypesXml(writer.paths));
  return writer.finish();
}

function packManifest(files: SourceFiles, options: PackOptions, version: StampedVersion | undefined): XmlElement {
  const root = parseRoot(files.take(SOLUTION, "Every solution"), SOLUTION, "ImportExportXml");
  const type = packageTypeOf(root);
  if (type !== "both" && (type === "managed") !== options.managed) {
    const wanted = options.managed ? "managed" : "unmanaged";
    throw new PackagingError(
      "wrongPackageType",
      `The folder holds ${type} sources only, not ${wanted} ones.`,
      SOLUTION,
    );
  }
  setManaged(root, options.managed);
  if (version) stampSolution(root, version);
  return root;
}

function packCustomizations(files: SourceFiles, options: PackOptions, addEntry: PackContext["addEntry"]): XmlElement {
  const root = parseRoot(files.take(CUSTOMIZATIONS, "Every solution"), CUSTOMIZATIONS, "ImportExportXml");
  const missingVariant = options.missingVariant ?? "refuse";
  const takeXml: PackContext["takeXml"] = (path, name, asked) => takePart(files, path, name, asked);
  const context: PackContext = { files, takeXml, addEntry, managed: options.managed, missingVariant };
  for (const kind of componentKinds) {
    if (!kind.isIn(files)) continue;
    const section = root.child(kind.section);
    if (section === undefined) {
      const message = `${CUSTOMIZATIONS} has no <${kind.section} /> for the components in the folder.`;
      throw new PackagingError("missingSection", message, CUSTOMIZATIONS);
    }
    kind.pack(section, context);
  }
  return root;
}

/** Files of their own declare the namespace that the root of customizations.xml declares for all. */
function takePart(files: SourceFiles, path: string, name: string, asked: string): XmlElement {
  const root = parseRoot(files.take(path, asked), path, name);
  root.rawAttributes.delete(NAMESPACE_DECLARATION);
  return root;
}

/**
 * Newer kinds of components (environment variables, custom APIs, agents, …) lie in folders that are the same in the
 * package. Whatever else is there belongs to nothing.
 */
function takeOtherFiles(files: SourceFiles, entries: Map<string, Uint8Array>): void {
  const known = new Set(componentKinds.map((kind) => kind.folder));
  for (const path of files.untaken) {
    if (isIgnored(path)) continue;
    refuseUnsupportedFile(path);
    const top = path.split("/")[0] ?? path;
    if (top === path || known.has(top)) {
      throw new PackagingError("unknownFile", `${path} belongs to no component of the solution.`, path);
    }
    entries.set(path, files.take(path, SOLUTION));
  }
}

/** Project files and notes beside the sources are no part of the solution. */
function isIgnored(path: string): boolean {
  return !path.includes("/") && /^\.git|\.(?:cdsproj|md)$/i.test(path);
}

function isControlManifest(path: string): boolean {
  return /^Controls\/[^/]+\/ControlManifest\.xml$/.test(path);
}

function stampedControl(path: string, content: Uint8Array, version: StampedVersion): Uint8Array {
  const root = parseRoot(content, path, "manifest");
  stampControl(root, version);
  return printDocument(root);
}
