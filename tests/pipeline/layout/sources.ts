import { SourceFiles } from "../../../Solutions/pipeline/layout/sourceFiles";

const encoder = new TextEncoder();

/** Files of a small solution: an app, a role, a table with a form, relationships, a web resource, a control. */
export const SMALL_SOLUTION: Readonly<Record<string, string>> = {
  "Other/Solution.xml": solutionXml(2),
  "Other/Customizations.xml": `<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><Entities /><Roles /><EntityRelationships /><WebResources /><CustomControls /><AppModules /><connectionreferences><connectionreference connectionreferencelogicalname="x_mail" /></connectionreferences></ImportExportXml>`,
  "Other/Relationships.xml": `<EntityRelationships><EntityRelationship Name="x_contact_x_thing" /></EntityRelationships>`,
  "Other/Relationships/Contact.xml": `<EntityRelationships><EntityRelationship Name="x_contact_x_thing"><ReferencedEntityName>Contact</ReferencedEntityName></EntityRelationship></EntityRelationships>`,
  "Entities/x_Thing/Entity.xml": `<Entity><Name>x_Thing</Name><EntityInfo><entity Name="x_Thing"><attributes /></entity></EntityInfo><FormXml /><RibbonDiffXml /></Entity>`,
  "Entities/x_Thing/FormXml/main/{1}.xml": formXml("plain"),
  "Entities/x_Thing/FormXml/main/{1}_managed.xml": formXml("managed"),
  "Entities/x_Thing/RibbonDiff.xml": `<RibbonDiffXml><CustomActions /></RibbonDiffXml>`,
  "Roles/Clerk.xml": `<Role id="{2}" name="Clerk" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><RolePrivileges /></Role>`,
  "WebResources/x_/a b.js": "alert(1);",
  "WebResources/x_/a b.js.data.xml": `<WebResource><Name>x_/a b.js</Name><FileName>/WebResources/x_abjs123</FileName></WebResource>`,
  "Controls/x_N.C/ControlManifest.xml.data.xml": `<CustomControl><Name>x_N.C</Name><FileName>/Controls/x_N.C/ControlManifest.xml</FileName></CustomControl>`,
  "Controls/x_N.C/ControlManifest.xml": `<manifest><control namespace="N" constructor="C" version="0.0.1"><resources><code path="bundle.js" /></resources></control></manifest>`,
  "Controls/x_N.C/bundle.js": "var C;",
  "AppModules/x_App/AppModule.xml": `<AppModule><UniqueName>x_App</UniqueName></AppModule>`,
  "AppModules/x_App/AppModule_managed.xml": `<AppModule><UniqueName>x_App</UniqueName></AppModule>`,
  "environmentvariabledefinitions/x_Days/environmentvariabledefinition.xml": `<environmentvariabledefinition schemaname="x_Days" />`,
};

export function solutionXml(managed: number): string {
  return `<ImportExportXml><SolutionManifest><UniqueName>Small</UniqueName><Version>1.0.0.0</Version><Managed>${String(managed)}</Managed></SolutionManifest></ImportExportXml>`;
}

function formXml(name: string): string {
  return `<forms><systemform><formid>{1}</formid><form name="${name}" /></systemform></forms>`;
}

/** The small solution with some files changed, added, or (undefined) left out. */
export function sources(changes: Readonly<Record<string, string | undefined>> = {}): SourceFiles {
  return sourceFilesOf({ ...SMALL_SOLUTION, ...changes });
}

/** Files of a folder, in this order. */
export function sourceFilesOf(texts: Readonly<Record<string, string | undefined>>): SourceFiles {
  const files = new Map<string, Uint8Array>();
  for (const [path, text] of Object.entries(texts)) {
    if (text !== undefined) files.set(path, encoder.encode(text));
  }
  return new SourceFiles(files);
}
