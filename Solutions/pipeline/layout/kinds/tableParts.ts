import { PackagingError } from "../packagingError";
import { newElement, XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { filledText } from "./filledText";
import { safeName } from "./fileName";
import type { PackContext, UnpackContext } from "./kind";
import { trimSlash } from "./payloads";
import { variantBases, variantFile, variantName } from "./variant";

/** Puts the files of a table's folder into its description. */
export function packTableParts(table: XmlElement, folder: string, context: PackContext): void {
  packForms(table, folder, context);
  packQueries(table, folder, context);
  packCharts(table, folder, context);
  packRibbon(table, folder, context);
  packFormulas(folder, context);
}

/** Moves the parts of a table that have files of their own into its folder. */
export function unpackTableParts(table: XmlElement, folder: string, context: UnpackContext): void {
  unpackFormulas(table, folder, context);
  unpackForms(table, folder, context);
  unpackQueries(table, folder, context);
  unpackCharts(table, folder, context);
  unpackRibbon(table, folder, context);
}

/** The folder below `FormXml` is the `type` of the group that the form stands in. */
function packForms(table: XmlElement, folder: string, context: PackContext): void {
  const groups = new Map<string, XmlElement>();
  for (const base of variantBases(context.files.below(`${folder}/FormXml`, ".xml"))) {
    const path = variantFile(base, context);
    if (path === undefined) continue;
    const type = path.slice(`${folder}/FormXml/`.length).split("/")[0] ?? "";
    const group = groups.get(type) ?? new XmlElement("forms", new Map([["type", type]]), [], path);
    group.nodes.push(...context.takeXml(path, "forms", folder).nodes);
    groups.set(type, group);
  }
  fill(table, "FormXml", [...groups.values()]);
}

function unpackForms(table: XmlElement, folder: string, context: UnpackContext): void {
  const part = table.child("FormXml");
  for (const group of part?.children ?? []) {
    for (const form of group.children) {
      const base = `${folder}/FormXml/${safeName(group.attribute("type") ?? "")}/${idOf(form, "formid")}`;
      context.writeXml(variantName(base, context.managed), newElement("forms", [form], form.place));
    }
  }
  if (part) part.nodes = [];
}

function packQueries(table: XmlElement, folder: string, context: PackContext): void {
  const views = context.files
    .below(`${folder}/SavedQueries`, ".xml")
    .flatMap((path) => context.takeXml(path, "savedqueries", folder).nodes);
  if (views.length > 0) fill(table, "SavedQueries", [newElement("savedqueries", views, table.place)]);
}

function unpackQueries(table: XmlElement, folder: string, context: UnpackContext): void {
  const part = table.child("SavedQueries");
  const views = part?.children.flatMap((group) => group.children) ?? [];
  for (const view of views) {
    const path = `${folder}/SavedQueries/${idOf(view, "savedqueryid")}.xml`;
    context.writeXml(path, newElement("savedqueries", [view], view.place));
  }
  if (part) part.nodes = [];
}

function packCharts(table: XmlElement, folder: string, context: PackContext): void {
  const charts = context.files
    .below(`${folder}/Visualizations`, ".xml")
    .map((path) => context.takeXml(path, "visualization", folder));
  fill(table, "Visualizations", charts);
}

function unpackCharts(table: XmlElement, folder: string, context: UnpackContext): void {
  const part = table.child("Visualizations");
  for (const chart of part?.children ?? []) {
    context.writeXml(`${folder}/Visualizations/${idOf(chart, "savedqueryvisualizationid")}.xml`, chart);
  }
  if (part) part.nodes = [];
}

function packRibbon(table: XmlElement, folder: string, context: PackContext): void {
  const path = `${folder}/RibbonDiff.xml`;
  if (!context.files.has(path)) return;
  fill(table, "RibbonDiffXml", context.takeXml(path, "RibbonDiffXml", folder).nodes);
}

function unpackRibbon(table: XmlElement, folder: string, context: UnpackContext): void {
  const part = table.child("RibbonDiffXml");
  if (part === undefined || part.children.length === 0) return;
  context.writeXml(`${folder}/RibbonDiff.xml`, newElement("RibbonDiffXml", part.nodes, part.place));
  part.nodes = [];
}

/** Formulas of calculated columns: the package holds those of all tables in one folder. */
function packFormulas(folder: string, context: PackContext): void {
  for (const path of context.files.below(`${folder}/Formulas`)) {
    context.addEntry(`Formulas/${path.slice(`${folder}/Formulas/`.length)}`, context.files.take(path, folder));
  }
}

function unpackFormulas(table: XmlElement, folder: string, context: UnpackContext): void {
  const named = [...table.descendants()].filter((element) => element.name === "FormulaDefinitionFileName");
  for (const path of new Set(named.map((element) => trimSlash(element.text.trim())).filter((text) => text !== ""))) {
    context.writeFile(`${folder}/${path}`, context.takeEntry(path, table.place));
  }
}

/** @throws PackagingError missingSection where the table's description has no place for the parts. */
function fill(table: XmlElement, name: string, parts: XmlElement["nodes"]): void {
  if (parts.length === 0) return;
  const target = table.child(name);
  if (target === undefined) {
    throw new PackagingError(
      "missingSection",
      `${table.place} has no <${name} /> for the files beside it.`,
      table.place,
    );
  }
  target.nodes = parts;
}

/** Ids are file names: one that is none would lead out of the folder. */
function idOf(element: XmlElement, key: string): string {
  const id = filledText(element, key);
  if (id === undefined) throw new PackagingError("brokenXml", `A <${element.name}> has no ${key}.`, element.place);
  return safeName(id);
}
