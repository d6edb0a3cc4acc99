import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { parseXml, type XmlElement } from "../../SolutionHealth/package/xml";
import type { Environment } from "../engine/contract";

/** An entry of the app's site map. Without an address it is a table's, which the sandbox names and does not open. */
export interface AppPage {
  readonly title: string;
  readonly url?: string;
}

/**
 * Pages of the installed app that opens this control: every subarea of its site map that has an address, or a table's.
 * Where no such app is installed, one page that opens the control directly.
 */
export function appPages(environment: Environment, controlName: string): AppPage[] {
  const maps = environment.state.components.filter(({ type }) => type === ComponentType.SiteMap);
  for (const map of maps) {
    const xml = environment.effectiveProperties(map.id).sitemapxml;
    if (typeof xml !== "string" || !xml.includes(controlName)) continue;
    return subAreas(parseXml(xml, map.name));
  }
  return [{ title: "Solution Health", url: `/main.aspx?pagetype=control&controlName=${controlName}` }];
}

function subAreas(map: XmlElement): AppPage[] {
  return [...map.descendants()]
    .filter(({ name }) => name === "SubArea")
    .flatMap((area) => {
      if (area.attribute("Entity") !== undefined) return [{ title: titleOf(area) }];
      const url = area.attribute("Url");
      // Only this page's own addresses: what else a site map may hold leads out of the sandbox.
      return url?.startsWith("/main.aspx?") ? [{ title: titleOf(area), url }] : [];
    });
}

function titleOf(area: XmlElement): string {
  return area.child("Titles")?.child("Title")?.attribute("Title") ?? area.attribute("Id") ?? "";
}
