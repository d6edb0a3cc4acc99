import type { Properties } from "../../domain/model/property";
import type { PackageFile } from "../model";
import { readNewerKind } from "./newerKinds";
import type { ComponentDraft, PackageSource } from "./source";

/** Folders whose component is read by its own reader. */
const OWN_READERS = new Set(["environmentvariabledefinition"]);

/**
 * Newer kinds in folders of their own: `customapis/x/customapi.xml`, `bots/y/bot.xml`, with the contents of file and
 * long text columns beside it (`botcomponents/z/data`, `bots/y/configuration.json`).
 */
export function* readNewerKindFiles(source: PackageSource): Iterable<ComponentDraft> {
  const all = source.files.all();
  for (const file of all) {
    const [folder = "", name = "", document = "", ...rest] = file.path.split("/");
    const table = /^(.+)\.xml$/i.exec(document)?.[1]?.toLowerCase();
    if (table === undefined || rest.length > 0 || !folder.toLowerCase().startsWith(table)) continue;
    if (OWN_READERS.has(table)) continue;
    const root = source.files.xml(file.path);
    if (root?.name.toLowerCase() !== table) continue;
    const draft = readNewerKind(root);
    const beside = source.files.under(`${folder}/${name}`).filter((other) => other.path !== file.path);
    const properties = { ...draft.properties };
    for (const other of beside) putColumn(properties, other, `${folder}/${name}`, source);
    yield { ...draft, properties, files: [file, ...beside] };
  }
}

/** `data` and `configuration.json` are text columns; `filedata/report.pdf` is a file column with its file's name. */
function putColumn(properties: Properties, file: PackageFile, folder: string, source: PackageSource): void {
  const [column = "", fileName] = file.path.slice(folder.length + 1).split("/");
  if (fileName !== undefined) {
    properties[`${column.toLowerCase()}_name`] = fileName;
    source.files.putContent(properties, column.toLowerCase(), file.path);
    return;
  }
  const text = source.files.text(file.path);
  if (text !== undefined) properties[column.replace(/\.[^.]*$/, "").toLowerCase()] = text;
}

/**
 * Newer kinds written as lists: sections of customizations.xml (`msdyn_helppages/msdyn_helppage`) and files under
 * `Assets/` (`botcomponent_connectionreferenceset/botcomponent_connectionreference`). A list begins with its rows' name.
 */
export function* readNewerKindLists(source: PackageSource): Iterable<ComponentDraft> {
  const assets = source.files.under("Assets").filter((file) => /set\.xml$/i.test(file.path));
  const documents = assets.flatMap((file) => source.files.xml(file.path) ?? []);
  for (const list of [...source.customizations.children, ...documents]) {
    if (list.name !== list.name.toLowerCase() || list.name === "connectionreferences" || list.name === "optionsets")
      continue;
    for (const row of list.children) if (list.name.startsWith(row.name)) yield readNewerKind(row);
  }
}
