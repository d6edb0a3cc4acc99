import { PackagingError } from "../packagingError";

/** Folders of the layout whose components this packer does not know how to put together. */
const UNSUPPORTED_FOLDERS: ReadonlyMap<string, string> = new Map([
  ["Templates", "Templates"],
  ["Reports", "Reports"],
  ["StoredProcedures", "Stored procedures"],
  ["Resources", "Localized resources (pac's --localize)"],
  ["MailMergeTemplates", "Mail merge templates"],
  ["ServiceEndpoints", "Service endpoints"],
  ["DuplicateRules", "Duplicate detection rules"],
  ["ConvertRules", "Record creation rules"],
  ["RoutingRules", "Routing rules"],
  ["SLAs", "Service level agreements"],
  ["PluginPackages", "Plug-in packages"],
]);

/** Sections of customizations.xml whose content lies in such folders. */
const UNSUPPORTED_SECTIONS: ReadonlySet<string> = new Set(["Templates", "Reports", "StoredProcedures"]);

/** Left behind by builds and tools; packing them would ship them. */
const LEFTOVERS: ReadonlySet<string> = new Set(["bin", "obj", "out", "node_modules"]);

/** @throws PackagingError unsupportedKind, unknownFile. */
export function refuseUnsupportedFile(path: string): void {
  const top = path.split("/")[0] ?? path;
  const kind = UNSUPPORTED_FOLDERS.get(top);
  if (kind !== undefined) throw new PackagingError("unsupportedKind", `${kind} cannot be packed.`, path);
  if (LEFTOVERS.has(top)) {
    throw new PackagingError("unknownFile", `${path} was left behind by a build and is no part of a solution.`, path);
  }
}

/** @throws PackagingError unsupportedKind. */
export function refuseUnsupportedSection(section: string, place: string): void {
  if (UNSUPPORTED_SECTIONS.has(section)) {
    throw new PackagingError("unsupportedKind", `Components of <${section}> cannot be unpacked.`, place);
  }
}
