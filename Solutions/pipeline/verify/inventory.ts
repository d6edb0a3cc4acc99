import { ComponentType } from "../../../SolutionHealth/domain/model/componentType";
import { normaliseGuid } from "../../../SolutionHealth/domain/model/guid";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";
import { manifestOf, sectionOf, type PackageUnderCheck } from "./packageUnderCheck";

/** A `<RootComponent>`, with its key as components are told apart: name or id, lower case. */
export interface RootEntry {
  readonly type: string;
  /** Undefined where the entry gives neither name nor id. */
  readonly key: string | undefined;
  readonly behavior: string | undefined;
  readonly parentId: string | undefined;
}

/** The root components as solution.xml lists them. */
export function rootEntries(checked: PackageUnderCheck): RootEntry[] {
  const list = manifestOf(checked)?.child("RootComponents")?.childrenNamed("RootComponent") ?? [];
  return list.map((element) => ({
    type: element.attribute("type") ?? "",
    key: keyOf(element.attribute("schemaName") ?? element.attribute("id")),
    behavior: element.attribute("behavior"),
    parentId: element.attribute("parentId"),
  }));
}

/** Where customizations.xml describes the components of one type, and how it names them. */
interface Description {
  readonly type: number;
  /** What one component is called in a message. */
  readonly noun: string;
  readonly section: string;
  readonly element: string;
  readonly key: (element: XmlElement) => string | undefined;
}

/**
 * Types whose root entries and descriptions correspond one to one in every real export looked at. Forms, views,
 * charts and columns stand inside tables; environment variables, connection references and bots have files of their
 * own and are often carried along without a root entry.
 */
const DESCRIPTIONS: readonly Description[] = [
  {
    type: ComponentType.Entity,
    noun: "table",
    section: "Entities",
    element: "Entity",
    key: (entity) => entity.child("EntityInfo")?.child("entity")?.attribute("Name") ?? entity.childText("Name"),
  },
  byAttribute(ComponentType.OptionSet, "choice", "optionsets", "optionset", "Name"),
  byAttribute(ComponentType.Workflow, "process", "Workflows", "Workflow", "WorkflowId"),
  byText(ComponentType.WebResource, "web resource", "WebResources", "WebResource", "Name"),
  byText(ComponentType.SiteMap, "site map", "AppModuleSiteMaps", "AppModuleSiteMap", "SiteMapUniqueName"),
  byText(ComponentType.AppModule, "app", "AppModules", "AppModule", "UniqueName"),
  byText(ComponentType.CanvasApp, "canvas app", "CanvasApps", "CanvasApp", "Name"),
  byText(ComponentType.CustomControl, "control", "CustomControls", "CustomControl", "Name"),
  byAttribute(
    ComponentType.FieldSecurityProfile,
    "column security profile",
    "FieldSecurityProfiles",
    "FieldSecurityProfile",
    "fieldsecurityprofileid",
  ),
  byAttribute(
    ComponentType.SdkMessageProcessingStep,
    "plug-in step",
    "SdkMessageProcessingSteps",
    "SdkMessageProcessingStep",
    "SdkMessageProcessingStepId",
  ),
];

/** One component as customizations.xml describes it. */
export interface DescribedComponent {
  readonly type: number;
  readonly noun: string;
  readonly key: string;
  readonly element: XmlElement;
}

/** Types that {@link describedComponents} knows. */
export const KNOWN_TYPES: ReadonlyMap<string, string> = new Map(
  DESCRIPTIONS.map(({ type, noun }) => [String(type), noun]),
);

/** Everything that customizations.xml describes at its top level, of the types that can be told apart. */
export function describedComponents(checked: PackageUnderCheck): DescribedComponent[] {
  return DESCRIPTIONS.flatMap(({ type, noun, section, element, key }) =>
    sectionOf(checked, section, element).flatMap((found) => {
      const name = keyOf(key(found));
      return name === undefined ? [] : [{ type, noun, key: name, element: found }];
    }),
  );
}

/** Names and ids are compared without regard to case, ids without braces. */
export function keyOf(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return trimmed ? (normaliseGuid(trimmed) ?? trimmed.toLowerCase()) : undefined;
}

function byAttribute(type: number, noun: string, section: string, element: string, name: string): Description {
  return { type, noun, section, element, key: (found) => found.attribute(name) };
}

function byText(type: number, noun: string, section: string, element: string, name: string): Description {
  return { type, noun, section, element, key: (found) => found.childText(name) };
}
