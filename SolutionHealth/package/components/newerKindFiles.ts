import type { Properties } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import type { PackageFile } from "../model";
import type { Steps } from "../reading/steps";
import { readNewerKind } from "./newerKinds";
import type { Found, PackageSource } from "./source";

/** Folders whose component is read by its own reader. */
const OWN_READERS = new Set(["environmentvariabledefinition"]);

/**
 * Newer kinds in folders of their own: `customapis/x/customapi.xml`, `bots/y/bot.xml`, with the contents of file and
 * long text columns beside it (`botcomponents/z/data`, `bots/y/configuration.json`).
 */
export function* readNewerKindFiles(source: PackageSource): Found {
  for (const file of source.files.all()) {
    const table = tableOfDocument(file.path);
    const root = table === undefined || OWN_READERS.has(table) ? undefined : yield* source.files.xml(file.path);
    if (root === undefined || root.name.toLowerCase() !== table) continue;
    const draft = readNewerKind(root);
    const folder = file.path.replace(/\/[^/]*$/, "");
    const beside = source.files.under(folder).filter((other) => other.path !== file.path);
    const properties = { ...draft.properties };
    for (const other of beside) yield* putColumn(properties, other, folder, source);
    yield { ...draft, properties, files: [file, ...beside] };
  }
}

/** `bots/x/bot.xml` is a row of `bot`: the document is named after the table, the folder after its plural. */
function tableOfDocument(path: string): string | undefined {
  const [, folder, table] = /^([^/]+)\/[^/]+\/([^/]+)\.xml$/i.exec(path.toLowerCase()) ?? [];
  return table !== undefined && folder?.startsWith(table) ? table : undefined;
}

/** `data` and `configuration.json` are text columns; `filedata/report.pdf` is a file column with its file's name. */
function* putColumn(properties: Properties, file: PackageFile, folder: string, source: PackageSource): Steps<void> {
  const [column = "", fileName] = file.path.slice(folder.length + 1).split("/");
  if (fileName !== undefined) {
    properties[`${column.toLowerCase()}_name`] = fileName;
    yield* source.files.putContent(properties, column.toLowerCase(), file.path);
    return;
  }
  yield* source.files.putTextOrContent(properties, column.replace(/\.[^.]*$/, "").toLowerCase(), file.path);
}

/**
 * Newer kinds written as lists: sections of customizations.xml (`msdyn_helppages/msdyn_helppage`) and files under
 * `Assets/` (`botcomponent_connectionreferenceset/botcomponent_connectionreference`). A list begins with its rows' name.
 */
export function* readNewerKindLists(source: PackageSource): Found {
  const assets = source.files.under("Assets").filter((file) => /set\.xml$/i.test(file.path));
  const documents: XmlElement[] = [];
  for (const file of assets) {
    const document = yield* source.files.xml(file.path);
    if (document) documents.push(document);
  }
  for (const list of [...source.customizations.children, ...documents]) {
    if (list.name !== list.name.toLowerCase() || list.name === "connectionreferences" || list.name === "optionsets")
      continue;
    for (const row of list.children) if (list.name.startsWith(row.name)) yield readNewerKind(row);
  }
}
