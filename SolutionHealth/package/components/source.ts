import type { Guid } from "../../domain/model/guid";
import type { Properties } from "../../domain/model/property";
import type { ComponentKey, DeferredContent, PackageComponent, PackageFile } from "../model";
import type { PackageFiles } from "../packageFiles";
import type { Step } from "../reading/steps";
import type { UnreadParts } from "../unreadParts";
import type { XmlElement } from "../../domain/xml/element";
import type { Lookup } from "./lookups";

/** What the readers of components read from. */
export interface PackageSource {
  /** Root of customizations.xml. */
  readonly customizations: XmlElement;
  readonly files: PackageFiles;
  /** What could not be read, or not be told apart. */
  readonly unread: UnreadParts;
  /** Base language of the exporting environment; labels are shown in it. */
  readonly languageCode: number | undefined;
}

/** A component before it is known whether it stands in `<RootComponents>`. */
export interface ComponentDraft {
  readonly type: number | string;
  readonly key: string;
  readonly name: string;
  readonly id?: Guid | undefined;
  readonly displayName?: string | undefined;
  readonly table?: string | undefined;
  /** True when the package only mentions the component (`unmodified="1"`). */
  readonly shell?: boolean | undefined;
  readonly properties: Properties;
  readonly children?: PackageComponent["children"] | undefined;
  readonly references?: readonly ComponentKey[] | undefined;
  /** Lookups of newer kinds, before it is known what they point to. */
  readonly lookups?: readonly Lookup[] | undefined;
  readonly files?: readonly PackageFile[] | undefined;
  readonly deferred?: readonly DeferredContent[] | undefined;
}

/** Components as they are found; between them steps, of readers that need more than customizations.xml. */
export type Found = Generator<ComponentDraft | Step, void, Uint8Array>;

/** Reads all components of one kind. */
export type ComponentReader = (source: PackageSource) => Iterable<ComponentDraft> | Found;

export function isDraft(found: ComponentDraft | Step): found is ComponentDraft {
  return found !== undefined && "key" in found;
}

/** Elements of a section of customizations.xml, e.g. `elementsOf(source, "Roles", "Role")`. */
export function elementsOf(source: PackageSource, section: string, element: string): readonly XmlElement[] {
  return source.customizations.childrenNamed(section).flatMap((found) => found.childrenNamed(element));
}
