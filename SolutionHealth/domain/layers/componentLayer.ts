import type { Guid } from "../model/guid";
import type { Properties } from "../model/property";

/** Which component the layers belong to, as the layer table addresses it: id and platform name (fact sheet §4.2). */
export interface ComponentRef {
  readonly id: Guid;
  /** `SystemForm`, `SavedQuery`, … or the name of this environment's own type. */
  readonly typeName: string;
}

/** Unique key of a component across types. */
export type ComponentKey = string;

export const componentKey = ({ typeName, id }: ComponentRef): ComponentKey => `${typeName} ${id}`;

/** Why a JSON text of the layer table could not be understood. */
export type UnreadableReason = "notJson" | "notAnObject" | "noAttributes" | "badAttribute";

/** A part of a layer, read out of its JSON text. Unreadable is never taken for empty: it would look clean. */
export type Reading<T> =
  { readonly status: "read"; readonly value: T } | { readonly status: "unreadable"; readonly reason: UnreadableReason };

/** Child collections by name: `RolePrivileges`, `AttributePicklistValues`, `LocalizedLabels` (§4.4). */
export type ChildCollections = Readonly<Record<string, readonly Properties[]>>;

/** Unique names of the layers that belong to no installed solution (§4.1, §8.1). */
export const ACTIVE_LAYER = "Active";
export const SYSTEM_LAYER = "System";

/** A row of `msdyn_componentlayers` as it came: the three texts are JSON inside a string, or anything else. */
export interface LayerRow {
  readonly name: string;
  /** Unique name of the solution. */
  readonly solution: string;
  /** Display name. */
  readonly publisher: string;
  /** 1 = bottom; the highest wins. */
  readonly order: number;
  readonly overwrittenOn?: Date;
  readonly changes: unknown;
  readonly componentJson: unknown;
  readonly children: unknown;
}

/** One layer of one component, its texts read. */
export interface ComponentLayer {
  readonly name: string;
  readonly solution: string;
  readonly kind: "active" | "managed" | "system";
  readonly publisher: string;
  readonly order: number;
  readonly overwrittenOn?: Date;
  /** Properties that this layer sets, with its values. */
  readonly changes: Reading<Properties>;
  /** All properties of the component as of this layer. */
  readonly properties: Reading<Properties>;
  readonly children: Reading<ChildCollections>;
}

/** All layers of a component, top first. */
export interface LayerStack {
  readonly component: ComponentRef;
  readonly layers: readonly ComponentLayer[];
}
