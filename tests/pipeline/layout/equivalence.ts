import { unzipSync } from "fflate";
import { decodeEntities } from "../../../SolutionHealth/domain/xml/entities";
import { parseTree } from "../../../Solutions/pipeline/layout/xml/parse";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";

/** Lists of components: the platform gives their order no meaning, and every packer writes another. */
const UNORDERED = new Set([
  "AppModules",
  "AppModuleSiteMaps",
  "CanvasApps",
  "Connectors",
  "CustomControls",
  "Dashboards",
  "Entities",
  "EntityRelationships",
  "EnvironmentVariables",
  "FormXml",
  "InteractionCentricDashboards",
  "Roles",
  "SdkMessageProcessingSteps",
  "SolutionPluginAssemblies",
  "Types",
  "Visualizations",
  "WebResources",
  "Workflows",
  "forms",
  "optionsets",
  "savedqueries",
]);

/** Differences between two packages: entry names, XML by meaning, everything else by bytes. Empty = equivalent. */
export function differences(left: Uint8Array, right: Uint8Array): string[] {
  const a = unzipSync(left);
  const b = unzipSync(right);
  const found: string[] = [];
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const one = a[name];
    const other = b[name];
    if (one === undefined || other === undefined) {
      if (!name.endsWith("/")) found.push(`${name}: only in the ${one ? "first" : "second"}`);
    } else if (!sameContent(name, one, other)) found.push(`${name}: differs`);
  }
  return found;
}

function sameContent(name: string, one: Uint8Array, other: Uint8Array): boolean {
  if (Buffer.from(one).equals(Buffer.from(other))) return true;
  return /\.xml$/i.test(name) && xmlMeaning(one, name) === xmlMeaning(other, name);
}

/** One text for all documents that mean the same: indentation, attribute order, notation and list order are levelled. */
export function xmlMeaning(bytes: Uint8Array, place: string): string {
  return meaningOf(parseTree(bytes, place));
}

export function meaningOf(element: XmlElement): string {
  const attributes = [...element.rawAttributes.keys()]
    .filter((name) => !name.startsWith("xmlns"))
    .sort()
    .map((name) => ` ${name}=${JSON.stringify(element.attribute(name))}`);
  const inner = element.children.map(meaningOf);
  if (UNORDERED.has(element.name)) inner.sort();
  return `<${element.name}${attributes.join("")}>${textOf(element)}${inner.join("")}</>`;
}

/** Text counts to the last space, except the white space that exporters put between elements. */
function textOf(element: XmlElement): string {
  const text = element.nodes.map((node) => (node.kind === "text" ? node.raw : "")).join("");
  const indentation = /^\s*$/.test(text) && (element.children.length > 0 || text.includes("\n"));
  return indentation ? "" : decodeEntities(text.replace(/\r\n?/g, "\n"));
}
