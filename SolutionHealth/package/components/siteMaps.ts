import { ComponentType } from "../../domain/model/componentType";
import type { XmlElement } from "../../domain/xml/element";
import { webResource } from "./formReferences";
import { displayLabel, leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** The site map of the whole environment has no name of its own. */
export const DEFAULT_SITE_MAP = "sitemap";

/** Site maps: the environment's own (`SiteMap`) and those of apps (`AppModuleSiteMaps`). */
export function* readSiteMaps(source: PackageSource): Iterable<ComponentDraft> {
  const own = source.customizations.child("SiteMap")?.child("SiteMap");
  if (own)
    yield { ...siteMapDraft(DEFAULT_SITE_MAP, own), properties: { sitemapname: "SiteMap", sitemapxml: own.toXml() } };
  for (const element of elementsOf(source, "AppModuleSiteMaps", "AppModuleSiteMap")) {
    const name = element.childText("SiteMapUniqueName") ?? "";
    const map = element.child("SiteMap");
    const properties = {
      ...leafProperties(element, ["SiteMapUniqueName", "SiteMap"]),
      sitemapnameunique: name,
      ...(map ? { sitemapxml: map.toXml() } : {}),
    };
    const displayName = displayLabel(element, source.languageCode);
    yield { ...siteMapDraft(name, map), displayName, properties };
  }
}

function siteMapDraft(name: string, map: XmlElement | undefined): Omit<ComponentDraft, "properties"> {
  const references = new References();
  for (const element of map?.descendants() ?? []) addReferences(element, references);
  return {
    type: ComponentType.SiteMap,
    key: name.toLowerCase(),
    name,
    shell: map === undefined,
    references: references.list,
  };
}

function addReferences(element: XmlElement, references: References): void {
  references.table(element.attribute("Entity"));
  const url = element.attribute("Url");
  for (const address of [url, element.attribute("Icon"), element.attribute("VectorIcon")]) {
    if (address !== undefined && /^(?:\$webresource:|\/?webresources\/)/i.test(address)) {
      references.add(ComponentType.WebResource, webResource(address));
    }
  }
  references.addId(ComponentType.SystemForm, element.attribute("DefaultDashboard"));
  // A page made of one control is addressed by the control's name (fact sheet §13.5).
  const control = /[?&]controlName=([^&]+)/i.exec(url ?? "")?.[1];
  if (control?.includes("_")) references.add(ComponentType.CustomControl, control);
  references.add(ComponentType.CanvasApp, element.attribute("Page"));
}
