import type { ComponentRef } from "../../domain/layers/componentLayer";
import type { Transport } from "../transport";
import { componentTable } from "./componentTables";

/** A component whose change is to become visible. */
export interface PublishedComponent extends ComponentRef {
  /** Logical name of its table, for forms, views and charts. */
  readonly table?: string;
}

/**
 * The parameter of `PublishXml` for these components and no others (fact sheet §6.7): publishing everything would also
 * publish what other people have not finished. @returns undefined where none needs it
 */
export function publishParameter(components: readonly PublishedComponent[]): string | undefined {
  const entities = new Set<string>();
  const webresources = new Set<string>();
  const sitemaps = new Set<string>();
  for (const { id, typeName, table } of components) {
    const { publish } = componentTable(typeName) ?? {};
    if (publish === "entity" && table !== undefined && table !== "none") entities.add(table);
    if (publish === "webresource") webresources.add(`{${id}}`);
    if (publish === "sitemap") sitemaps.add(`{${id}}`);
  }
  const lists = [
    list("entities", "entity", entities),
    list("webresources", "webresource", webresources),
    list("sitemaps", "sitemap", sitemaps),
  ].join("");
  return lists === "" ? undefined : `<importexportxml>${lists}</importexportxml>`;
}

/** @throws DataverseError */
export async function publishComponents(
  components: readonly PublishedComponent[],
  transport: Transport,
  signal?: AbortSignal,
): Promise<void> {
  const ParameterXml = publishParameter(components);
  if (ParameterXml !== undefined) await transport.post("PublishXml", { ParameterXml }, signal && { signal });
}

const list = (outer: string, inner: string, values: ReadonlySet<string>): string =>
  values.size === 0
    ? ""
    : `<${outer}>${[...values].map((value) => `<${inner}>${escape(value)}</${inner}>`).join("")}</${outer}>`;

const escape = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
