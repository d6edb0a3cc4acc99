import { ComponentType } from "../../domain/model/componentType";
import type { Properties } from "../../domain/model/property";
import type { XmlElement } from "../../domain/xml/element";
import { attributeProperties, displayLabel, leafProperties } from "./properties";
import { References } from "./references";
import { elementsOf, type ComponentDraft, type PackageSource } from "./source";

/** Model-driven apps. What an app is made of merges between layers, so it stands in children, one bag each. */
export function* readApps(source: PackageSource): Iterable<ComponentDraft> {
  for (const app of elementsOf(source, "AppModules", "AppModule")) {
    const name = app.childText("UniqueName") ?? "";
    const components = app.child("AppModuleComponents");
    const label = displayLabel(app, source.languageCode);
    yield {
      type: ComponentType.AppModule,
      key: name.toLowerCase(),
      name,
      displayName: label,
      properties: {
        ...(label === undefined ? {} : { name: label }),
        ...leafProperties(app),
        descriptor: components?.toXml() ?? "",
      },
      children: {
        AppModuleComponents: bags(components),
        AppModuleRoleMaps: bags(app.child("AppModuleRoleMaps")),
        AppSettings: bags(app.child("appsettings")),
        AppElements: bags(app.child("appelements")),
      },
      references: appReferences(app),
    };
  }
}

function bags(list: XmlElement | undefined): Properties[] {
  return (list?.children ?? []).map((item) => ({ ...attributeProperties(item), ...leafProperties(item) }));
}

function appReferences(app: XmlElement): References["list"] {
  const references = new References().addId(ComponentType.WebResource, app.childText("WebResourceId"));
  for (const component of app.child("AppModuleComponents")?.children ?? []) {
    // A component taken out of the app is not needed by it.
    if (component.attribute("solutionaction") === "Removed") continue;
    const type = Number(component.attribute("type"));
    if (!Number.isInteger(type)) continue;
    references.add(type, component.attribute("schemaName")).addId(type, component.attribute("id"));
  }
  return references.list;
}
