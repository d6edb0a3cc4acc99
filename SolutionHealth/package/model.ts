import type { UnreadCode } from "./unreadParts";
import type { Guid } from "../domain/model/guid";
import type { Properties } from "../domain/model/property";

/** A text in one language (LCID, 1033 = English). */
export interface Label {
  readonly languageCode: number;
  readonly text: string;
}

export interface PackagePublisher {
  readonly uniqueName: string;
  readonly names: readonly Label[];
  readonly prefix: string;
  /** Five digits, or undefined where the package does not say. */
  readonly optionValuePrefix?: number;
}

/** `<RootComponent>` as written: by name or by id. Behaviour 0 = with all subcomponents, 1 = without, 2 = shell only. */
export interface RootComponent {
  readonly type: number;
  readonly schemaName?: string;
  readonly id?: Guid;
  readonly parentId?: Guid;
  readonly behavior?: 0 | 1 | 2;
}

/** One end of a `<MissingDependency>`. `type` is a number, or a table's name for newer kinds (fact sheet §13.1). */
export interface DependencyEnd {
  readonly type: number | string;
  readonly schemaName?: string;
  readonly displayName?: string;
  readonly parentSchemaName?: string;
  readonly id?: Guid;
  /** As written: `Name (1.2.3.4)`, `Active` or `System …`. */
  readonly solution?: string;
}

export interface MissingDependency {
  readonly required: DependencyEnd;
  readonly dependent: DependencyEnd;
}

/** What solution.xml says (fact sheet §13.1). */
export interface PackageManifest {
  readonly uniqueName: string;
  readonly names: readonly Label[];
  readonly descriptions: readonly Label[];
  readonly version: string;
  readonly managed: boolean;
  readonly publisher: PackagePublisher;
  readonly rootComponents: readonly RootComponent[];
  readonly missingDependencies: readonly MissingDependency[];
  /** `SolutionPackageVersion`, e.g. "9.2"; absent in packages of CRM 2011 (§9). */
  readonly packageVersion?: string;
  /** `version` of the root element: the platform build that exported the package. */
  readonly exporterVersion?: string;
  readonly languageCode?: number;
  /** Base solution of a patch, where the manifest names it. The marker is unconfirmed (§13.2): see {@link isPatch}. */
  readonly parentSolution?: { readonly uniqueName: string; readonly version?: string };
  readonly configurationPage?: string;
}

/** How a component is named across environments: metadata by name, forms and flows by id (fact sheet §8.3). */
export interface ComponentKey {
  /**
   * Number of the option set `componenttype`; for newer kinds without a fixed number the name of the backing table
   * (`connectionreference`, `customapi`, `bot`, …).
   */
  readonly type: number | string;
  /**
   * The key, lower case: logical name (`account`), `table.column`, schema name, unique name, or the id for kinds that
   * are known by id (forms, views, charts, processes, roles, steps).
   */
  readonly key: string;
}

/** What a package holds of one component: a whole definition, or only the part that the exporter wrote. */
export interface PackageComponent extends ComponentKey {
  /** The id the package gives it; metadata has none. */
  readonly id?: Guid;
  /** Logical, schema or unique name as written. */
  readonly name: string;
  readonly displayName?: string;
  /** Owning table of columns, forms, views, charts, relationships, keys. Logical name. */
  readonly table?: string;
  /** True when it stands in `<RootComponents>`. */
  readonly root: boolean;
  /** Behaviour of the root entry. */
  readonly behavior?: 0 | 1 | 2;
  /** Listed as root, but nothing in the package describes it (`unmodified="1"`, or a shell): adds no property. */
  readonly shell: boolean;
  readonly properties: Properties;
  /**
   * Child collections of the layer table (§4.4), e.g. `RolePrivileges`, `AttributePicklistValues`; each entry is the
   * property bag of one child.
   */
  readonly children?: Readonly<Record<string, readonly Properties[]>>;
  /** What it needs, as far as its XML shows: tables, columns, web resources, option sets, assemblies, … */
  readonly references: readonly ComponentKey[];
  /**
   * Files of the zip that belong to it. Where a property holds a file's content (`content`, base64) and the file is
   * large, the property is inflated when it is read: compare `crc32` first.
   */
  readonly files?: readonly PackageFile[];
  /** Contents that were left on the file, and are therefore absent from `properties` and `children`. */
  readonly deferred?: readonly DeferredContent[];
}

/** A file of the zip, as its directory describes it: enough to see whether it changed without inflating it. */
export interface PackageFile {
  /** Entry name, with forward slashes. */
  readonly path: string;
  /** Bytes, inflated. */
  readonly size: number;
  readonly crc32: number;
}

/** A large content that is known by its size and checksum only, until somebody reads it. */
export interface DeferredContent extends PackageFile {
  /** Column that would hold it, as base64. */
  readonly column: string;
  /** Name of the child whose column that is (a resource of a custom control); absent for the component's own. */
  readonly child?: string;
}

/** A part of a package that could not be read or understood: what is said of the rest holds, but is not all. */
export interface UnreadPart {
  readonly code: UnreadCode;
  /** Name of the zip's entry. */
  readonly entry: string;
  /** Entry, and line or element where known. */
  readonly place: string;
  /** In English, for consoles; pages make their words from the code. */
  readonly text: string;
  /** Type and key of the component that lacks it, where that is known. */
  readonly type?: ComponentKey["type"];
  readonly key?: string;
}

export interface SolutionPackage {
  readonly manifest: PackageManifest;
  readonly components: readonly PackageComponent[];
  /** Entry names of the zip, in order, for reports. */
  readonly entries: readonly string[];
  /** Absent when everything was read. */
  readonly partial?: readonly UnreadPart[];
}
