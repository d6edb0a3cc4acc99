import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { normaliseGuid } from "../../../SolutionHealth/domain/model/guid";
import { PackageError } from "../../../SolutionHealth/package/errors";
import { parseXml, type XmlElement } from "../../../SolutionHealth/package/xml";
import { PlatformFault } from "../../engine/fault";
import { recordNotFound } from "../../odata/syntaxFault";
import type { ServerContext } from "../context";
import type { Message } from "../message";

/** What a list of the parameter holds: the element of one item, and the components that an item names. */
interface PublishedList {
  readonly item: string;
  /** Types of the components; empty where the value is not read, as of the application ribbon. */
  readonly types: readonly number[];
  /** Backing table, as faults name it. */
  readonly table: string;
}

/** The lists of the documented schema ("Publish request schema"), and `appmodules` (fact sheet §6.7). */
const LISTS: Readonly<Record<string, PublishedList>> = {
  entities: { item: "entity", types: [ComponentType.Entity], table: "entity" },
  ribbons: { item: "ribbon", types: [], table: "ribboncustomization" },
  dashboards: { item: "dashboard", types: [ComponentType.Form, ComponentType.SystemForm], table: "systemform" },
  optionsets: { item: "optionset", types: [ComponentType.OptionSet], table: "optionset" },
  sitemaps: { item: "sitemap", types: [ComponentType.SiteMap], table: "sitemap" },
  webresources: { item: "webresource", types: [ComponentType.WebResource], table: "webresource" },
  appmodules: { item: "appmodule", types: [ComponentType.AppModule], table: "appmodule" },
};

const ROOT = "importexportxml";

/** The codes are of the documented list; which of them the platform gives for what is unconfirmed [?]. */
function invalidXml(detail: string, cause?: Error): PlatformFault {
  return new PlatformFault("0x8004802C", `The import XML is invalid. ${detail}`, 400, undefined, cause && { cause });
}

function rootOf(text: string): XmlElement {
  try {
    const root = parseXml(text, "ParameterXml");
    if (root.name === ROOT) return root;
    throw invalidXml(`The element '${root.name}' was found where '${ROOT}' was expected.`);
  } catch (error) {
    if (error instanceof PackageError) throw invalidXml(error.message, error);
    throw error;
  }
}

/** Tables, option sets and apps go by name, the others by guid, with or without braces; either is understood of all. */
function requireComponent(context: ServerContext, { types, table }: PublishedList, value: string): void {
  const { store } = context.environment;
  const id = normaliseGuid(value);
  const byId = id === undefined ? undefined : store.component(id);
  const known = types.some((type) => byId?.type === type || store.find(type, value.toLowerCase()) !== undefined);
  if (types.length > 0 && !known) throw recordNotFound(table, value);
}

/** @throws PlatformFault 400 for an element that the schema does not have, 404 for a component that is not there. */
function checkList(context: ServerContext, list: XmlElement): void {
  const known = Object.hasOwn(LISTS, list.name) ? LISTS[list.name] : undefined;
  if (!known) throw invalidXml(`The element '${list.name}' is not known in '${ROOT}'.`);
  for (const item of list.children) {
    if (item.name !== known.item) throw invalidXml(`The element '${item.name}' is not known in '${list.name}'.`);
    requireComponent(context, known, item.text.trim());
  }
}

/** Publishes what it names. Nothing stays unpublished here, so what is left to do is to refuse what can be refused. */
export const publishXml: Message = {
  name: "PublishXml",
  kind: "action",
  parameters: { ParameterXml: { type: "string", required: true } },
  privileges: ["prvPublishCustomization"],
  run: ({ context, arguments: values }) => {
    for (const list of rootOf(values.text("ParameterXml")).children) checkList(context, list);
    context.jobs.requireIdle("Publish");
    return undefined;
  },
};
