import type { AffectedComponent, DependencyFact, NotKnown, StackReading } from "../consequences/affectedComponent";
import type { MainForms } from "../consequences/mainForms";
import type { ComponentKey } from "../layers/componentLayer";
import type { EnvironmentInfo } from "../model/environment";
import type { Guid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";
import type { ReleaseAddress } from "./releaseAddress";
import type { IncomingDependencyEnd, IncomingPackage } from "./incomingPackage";

/** A component that is here, as the environment lists it. */
export interface PresentComponent {
  readonly component: AffectedComponent;
  /** `msdyn_ismanaged`: false where only unmanaged edits hold it. Undefined where the server does not say. */
  readonly managed?: boolean;
  /** `msdyn_iscustom`: false for what the platform itself brought. */
  readonly custom?: boolean;
  /** `msdyn_hasactivecustomization`. */
  readonly flagged?: boolean;
}

/** Whether something is here: found, certainly not, or not known. */
export type Presence =
  | { readonly status: "present"; readonly here: PresentComponent }
  | { readonly status: "absent" }
  | { readonly status: "unknown"; readonly why: NotKnown };

/** A component that the solution of the package, its patches or its pending upgrade hold here. */
export interface ReleaseMember extends PresentComponent {
  /** Of the solution, its patches and its `_Upgrade`: those with a membership row for it (fact sheet §2.1). */
  readonly heldBy: readonly Guid[];
}

/** A dependency outside the package and whether this environment fulfils it, component by component (§13.1). */
export interface RequiredComponent extends IncomingDependencyEnd {
  readonly dependents: readonly IncomingDependencyEnd[];
  readonly presence: Presence["status"];
  readonly why?: NotKnown;
}

/** A connection reference or environment variable of the package, and whether a value is here already. */
export interface RequiredValue {
  readonly kind: "connectionReference" | "environmentVariable";
  /** Logical name of the reference, schema name of the variable. */
  readonly name: string;
  readonly displayName: string;
  /** `package`: the zip brings a value or a default. */
  readonly value: "here" | "package" | "none" | "unknown";
  /** Connector of a connection reference: `/providers/…`. */
  readonly connector?: string;
  /** Type of an environment variable: 100000000 text, …1 number, …2 yes/no, …3 JSON, …4 data source, …5 secret. */
  readonly variableType?: number;
}

/** What was found here about one package. */
export interface PackageFacts {
  readonly package: IncomingPackage;
  /** One for each component of the package. */
  readonly presence: ReadonlyMap<ReleaseAddress, Presence>;
  /** Everything the installed solution, its patches and its `_Upgrade` hold; empty where it is not installed. */
  readonly members: readonly ReleaseMember[];
  /** What hangs below tables and environment variables of `members` that may be deleted, whoever made it. */
  readonly parts: readonly PresentComponent[];
  /** What the server says needs a member that may be deleted. */
  readonly dependencies: readonly DependencyFact[];
  readonly required: readonly RequiredComponent[];
  readonly values: readonly RequiredValue[];
  /** Of tables of which an upgrade deletes a main form, perhaps the last one. */
  readonly mainForms?: MainForms;
}

/** Part of the facts that could not be read: what is in there is not known. */
export interface UnreadReleaseFact {
  readonly what:
    | "package"
    | "environment"
    | "operations"
    | "languages"
    | "types"
    | "members"
    | "holders"
    | "presence"
    | "dependencies"
    | "forms"
    | "values";
  /** Unique name of the solution, or of the package's solution. */
  readonly solution?: string;
  /** Logical name of the table. */
  readonly table?: string;
  /** Type of component, by its platform name. */
  readonly typeName?: string;
  readonly why: NotKnown;
}

/** A solution operation that the server has not ended. */
export interface RunningOperation {
  readonly kind: "import" | "upgrade" | "applyUpgrade" | "uninstall";
  readonly name: string;
}

/** Everything a preview is made of, as packages and environment told it. */
export interface ReleaseFacts {
  /** Undefined where it could not be read. */
  readonly environment?: EnvironmentInfo;
  /** Languages (LCID) that are switched on here; undefined where that could not be read. */
  readonly languages?: readonly number[];
  /** Solution operations under way; undefined where that could not be read. */
  readonly running?: readonly RunningOperation[];
  readonly solutions: readonly InstalledSolution[];
  /** In the order given. */
  readonly packages: readonly PackageFacts[];
  /** Layers of components that are here and concern a package, and of dependents. */
  readonly stacks: ReadonlyMap<ComponentKey, StackReading>;
  /**
   * Those of `stacks` that were not read but follow from lists: only the package's solution holds the component, and its
   * table shows what the package says.
   */
  readonly concluded?: ReadonlySet<ComponentKey>;
  readonly unread: readonly UnreadReleaseFact[];
  readonly readAt: Date;
}

/** What was known before everything was read. Packages that were not begun are missing. */
export interface PartialFacts extends ReleaseFacts {
  /** Components whose layers are still to be read: unknown in a preview. */
  readonly notRead: number;
}
