import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { keyOf } from "../inventory";
import { CUSTOMIZATIONS, prefixOf, sectionOf, type PackageUnderCheck } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const CONTROL = {
  code: "site-map-control-missing",
  severity: "error",
  whatToDo:
    "Add the control to the solution, or mend controlName: this link is not a dependency that the platform tracks.",
} as const;

const WEB_RESOURCE = {
  code: "site-map-web-resource-missing",
  severity: "warning",
  whatToDo: "Add the web resource to the solution, or mend its name.",
} as const;

const DUPLICATE = {
  code: "site-map-id-twice",
  severity: "error",
  whatToDo: "Give every area, group and page of a site map an id of its own.",
} as const;

/** Links of site maps to controls and web resources of the same publisher lead somewhere (fact sheet §13.5). */
export const siteMaps: Rule = (checked) =>
  sectionOf(checked, "AppModuleSiteMaps", "AppModuleSiteMap").flatMap((map) => {
    const place = `${CUSTOMIZATIONS}/AppModuleSiteMaps/${map.childText("SiteMapUniqueName") ?? "AppModuleSiteMap"}`;
    const parts = [...map.descendants()].filter(({ name }) => ["Area", "Group", "SubArea"].includes(name));
    return [...judgeIds(parts, place), ...parts.flatMap((part) => judgeLinks(checked, part, place))];
  });

function judgeIds(parts: readonly XmlElement[], place: string): ReturnType<Rule> {
  const seen = new Set<string>();
  return parts.flatMap((part) => {
    const id = `${part.name}:${part.attribute("Id")?.toLowerCase() ?? ""}`;
    if (part.attribute("Id") === undefined || !seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [finding(DUPLICATE, place, `The id ${part.attribute("Id") ?? ""} stands twice.`)];
  });
}

function judgeLinks(checked: PackageUnderCheck, part: XmlElement, place: string): ReturnType<Rule> {
  const spot = `${place}/${part.name}[${part.attribute("Id") ?? ""}]`;
  const control = controlName(part.attribute("Url") ?? "");
  const controls = sectionOf(checked, "CustomControls", "CustomControl").map((found) => keyOf(found.childText("Name")));
  const lost =
    control !== undefined && isOwn(checked, control) && !controls.includes(control)
      ? [finding(CONTROL, spot, `The page opens the control ${control}, which is not in the package.`)]
      : [];
  return [...lost, ...judgeWebResources(checked, part, spot)];
}

function judgeWebResources(checked: PackageUnderCheck, part: XmlElement, place: string): ReturnType<Rule> {
  const carried = sectionOf(checked, "WebResources", "WebResource").map((found) => keyOf(found.childText("Name")));
  return ["Url", "Icon", "VectorIcon"]
    .map((name) => /^\$webresource:([^?#]+)/i.exec(part.attribute(name) ?? "")?.[1]?.toLowerCase())
    .filter((name) => name !== undefined && isOwn(checked, name) && !carried.includes(name))
    .map((name) => finding(WEB_RESOURCE, place, `The web resource ${name ?? ""} is not in the package.`));
}

/** Control that a full-page link opens, lower case; undefined for every other link. */
function controlName(url: string): string | undefined {
  const query = new URLSearchParams(url.slice(url.indexOf("?") + 1));
  return query.get("pagetype")?.toLowerCase() === "control" ? query.get("controlName")?.toLowerCase() : undefined;
}

/** What bears another prefix belongs to another solution. */
function isOwn(checked: PackageUnderCheck, name: string): boolean {
  const prefix = prefixOf(checked);
  return prefix !== undefined && name.startsWith(`${prefix}_`);
}
