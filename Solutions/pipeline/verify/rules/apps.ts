import { ComponentType } from "../../../../SolutionHealth/domain/model/componentType";
import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";
import { describedComponents, keyOf } from "../inventory";
import { CUSTOMIZATIONS, manifestOf, prefixOf, sectionOf, type PackageUnderCheck } from "../packageUnderCheck";
import { finding, type Rule } from "../rule";

const SITE_MAP = {
  code: "app-site-map-missing",
  severity: "error",
  whatToDo: "Add the site map to the solution: without it the app opens empty.",
} as const;

const ICON = {
  code: "app-icon-missing",
  severity: "warning",
  whatToDo: "Add the web resource of the icon to the solution, or use the platform's default icon.",
} as const;

const ROLES = {
  code: "app-without-roles",
  severity: "warning",
  whatToDo: "Name the roles that may open the app in <AppModuleRoleMaps>; else only administrators see it.",
} as const;

/** Icon that the platform gives to apps without one of their own (fact sheet §13.5). */
const DEFAULT_ICON = "953b9fac-1e5e-e611-80d6-00155ded156f";

/** An app finds its site map, its icon and its roles. */
export const apps: Rule = (checked) =>
  sectionOf(checked, "AppModules", "AppModule").flatMap((app) => [
    ...judgeSiteMap(checked, app),
    ...judgeIcon(checked, app),
    ...judgeRoles(app),
  ]);

function judgeSiteMap(checked: PackageUnderCheck, app: XmlElement): ReturnType<Rule> {
  const carried = new Set(
    describedComponents(checked)
      .filter(({ type }) => type === ComponentType.SiteMap)
      .map(({ key }) => key),
  );
  const external = externalKeys(checked);
  const parts = app.child("AppModuleComponents")?.childrenNamed("AppModuleComponent") ?? [];
  return parts
    .filter((part) => part.attribute("type") === String(ComponentType.SiteMap))
    .map((part) => keyOf(part.attribute("schemaName")))
    .filter((key) => key !== undefined && isOwn(checked, key) && !carried.has(key) && !external.has(key))
    .map((key) =>
      finding(SITE_MAP, placeOf(app), `The app names the site map ${key ?? ""}, which is not in the package.`),
    );
}

function judgeIcon(checked: PackageUnderCheck, app: XmlElement): ReturnType<Rule> {
  const icon = keyOf(app.childText("WebResourceId"));
  const carried = sectionOf(checked, "WebResources", "WebResource").map((found) =>
    keyOf(found.childText("WebResourceId")),
  );
  if (icon === undefined || icon === DEFAULT_ICON || carried.includes(icon) || externalKeys(checked).has(icon)) {
    return [];
  }
  return [finding(ICON, placeOf(app), `The app's icon is the web resource ${icon}, which is not in the package.`)];
}

function judgeRoles(app: XmlElement): ReturnType<Rule> {
  const roles = app.child("AppModuleRoleMaps")?.childrenNamed("Role") ?? [];
  return roles.length > 0 ? [] : [finding(ROLES, placeOf(app), "No role may open the app.")];
}

/** An update of somebody else's app names parts that stay with their owner. */
function isOwn(checked: PackageUnderCheck, key: string): boolean {
  const prefix = prefixOf(checked);
  return prefix !== undefined && key.startsWith(`${prefix}_`);
}

/** Names and ids of what the package says it needs from elsewhere. */
function externalKeys(checked: PackageUnderCheck): ReadonlySet<string> {
  const needed = manifestOf(checked)?.child("MissingDependencies")?.childrenNamed("MissingDependency") ?? [];
  const ends = needed.flatMap((dependency) => dependency.childrenNamed("Required"));
  const keys = ends.flatMap((end) => [keyOf(end.attribute("schemaName")), keyOf(end.attribute("id"))]);
  return new Set(keys.filter((key) => key !== undefined));
}

function placeOf(app: XmlElement): string {
  return `${CUSTOMIZATIONS}/AppModules/${app.childText("UniqueName") ?? "AppModule"}`;
}
