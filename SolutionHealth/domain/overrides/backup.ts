import type { Guid } from "../model/guid";
import type { Properties, PropertyValue } from "../model/property";
import type { OverriddenComponent } from "./override";

/** What is needed to put overrides back: the content of one backup file. */
export interface OverrideBackup {
  /** Instant, ISO 8601 UTC. */
  readonly createdOn: string;
  readonly environment: BackupEnvironment;
  readonly items: readonly BackupItem[];
}

export interface BackupEnvironment {
  readonly url: string;
  readonly organizationId?: Guid;
  readonly name?: string;
}

export interface BackupItem {
  readonly component: OverriddenComponent;
  /** The whole stack, top first. */
  readonly layers: readonly BackupLayer[];
  /** Version of each managed solution of the stack: an override fits the version it was made on. */
  readonly versions: readonly { readonly solution: string; readonly version: string }[];
  /** The component's row of its ordinary table as the environment gave it; absent where there is no such table. */
  readonly definition?: Properties;
}

export interface BackupLayer {
  readonly solution: string;
  readonly publisher: string;
  readonly order: number;
  /** As the layer table gave them: JSON texts, mostly. */
  readonly changes: PropertyValue;
  readonly componentJson: PropertyValue;
  readonly children: PropertyValue;
}
