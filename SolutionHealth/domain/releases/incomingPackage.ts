import type { Guid } from "../model/guid";
import type { Properties } from "../model/property";

/** How a package and this environment both name a component: type and key (fact sheet §8.3). */
export interface IncomingKey {
  /** Number of `componenttype`; for kinds without a fixed number the name of their table, lower case. */
  readonly type: number | string;
  /** Lower case: logical name, `table.column`, schema or unique name, or the id of kinds that are known by id. */
  readonly key: string;
}

/** One end of a `<MissingDependency>`, as written (fact sheet §13.1). */
export interface IncomingDependencyEnd {
  readonly type: number | string;
  readonly schemaName?: string;
  readonly displayName?: string;
  readonly parentSchemaName?: string;
  readonly id?: Guid;
  /** `Name (1.2.3.4)`, `Active` or `System …`. */
  readonly solution?: string;
}

export interface IncomingDependency {
  readonly required: IncomingDependencyEnd;
  readonly dependent: IncomingDependencyEnd;
}

/** What solution.xml says (fact sheet §13.1). */
export interface IncomingManifest {
  readonly uniqueName: string;
  readonly names: readonly { readonly languageCode: number; readonly text: string }[];
  readonly version: string;
  readonly managed: boolean;
  readonly publisher: {
    readonly uniqueName: string;
    readonly names: readonly { readonly languageCode: number; readonly text: string }[];
    readonly prefix: string;
  };
  readonly missingDependencies: readonly IncomingDependency[];
  readonly rootComponents: readonly { readonly type: number; readonly schemaName?: string; readonly id?: Guid }[];
  /** `SolutionPackageVersion`, e.g. "9.2"; absent in packages of CRM 2011 (§9). */
  readonly packageVersion?: string;
  /** Platform build that exported the package. */
  readonly exporterVersion?: string;
  /** Base language of the exporter. */
  readonly languageCode?: number;
  /** Base solution, where the manifest of a patch names it (§13.2). */
  readonly parentSolution?: { readonly uniqueName: string; readonly version?: string };
}

/** A file of the zip, as its directory describes it. */
export interface IncomingFile {
  /** Entry name. */
  readonly path: string;
  /** Bytes, inflated. */
  readonly size: number;
  readonly crc32: number;
}

/** What a package holds of one component. */
export interface IncomingComponent extends IncomingKey {
  /** The id the package gives it; metadata has none. */
  readonly id?: Guid;
  readonly name: string;
  readonly displayName?: string;
  /** Logical name of the owning table. */
  readonly table?: string;
  /** True when it stands in `<RootComponents>`. */
  readonly root: boolean;
  /** 0 with all subcomponents, 1 without, 2 shell only. */
  readonly behavior?: 0 | 1 | 2;
  /** Nothing in the package describes it: it says nothing of any property. */
  readonly shell: boolean;
  readonly properties: Properties;
  /** Child collections (§4.4), e.g. `AttributePicklistValues`. */
  readonly children?: Readonly<Record<string, readonly Properties[]>>;
  readonly references: readonly IncomingKey[];
  readonly files?: readonly IncomingFile[];
  /**
   * Contents too large to be held: they are absent from `properties` and `children`, but not unsaid. Compared with what is
   * installed by size and checksum (`domain/crc32`).
   */
  readonly deferred?: readonly IncomingContent[];
}

/** A file's content that was left in the package. */
export interface IncomingContent extends IncomingFile {
  /** Column that would hold it, as base64. */
  readonly column: string;
  /** Name of the child of `CustomControlResources` whose column that is; absent for the component's own. */
  readonly child?: string;
}

/** A part of a package that could not be read: the answer about it is "unknown", never "nothing". */
export interface PartialReading {
  /** Entry of the zip. */
  readonly entry?: string;
  /** Type of component that is concerned, where only one is. */
  readonly type?: number | string;
  /** What went wrong, in words. */
  readonly text: string;
}

/**
 * A package as the rules see it. What the package room reads (`SolutionPackage`) fits as it is, plus facts about the file.
 */
export interface IncomingPackage {
  readonly manifest: IncomingManifest;
  readonly components: readonly IncomingComponent[];
  readonly fileName: string;
  /** Bytes of the zip. */
  readonly size: number;
  /** Of the zip, lower-case hex. */
  readonly sha256: string;
  /** What could not be read of it; absent or empty where everything was. */
  readonly partial?: readonly PartialReading[];
}
