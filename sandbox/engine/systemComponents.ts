import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { SYSTEM_LAYER, type StoredComponent } from "../store/model";
import { newComponentId } from "./componentId";
import type { Address } from "./references";
import { tableArrived } from "./tableRows";
import type { Work } from "./work";

const SYSTEM_VIEW_ID = "00000000-0000-0000-00aa-";

/** Main forms of account and contact: the same ids in every environment. */
const SYSTEM_FORM_IDS = new Set<Guid>(["8448b78f-8f42-454e-8e2a-f8196b0419af", "1fed44d1-ae68-4a41-bd2b-f13acac4acfa"]);

/**
 * Whether the platform itself brings the component: tables and their columns without a publisher's prefix (`account`,
 * `account.name`), and the views and forms with the platform's own ids. Packages that hold them only customise them.
 */
export function isPlatformsOwn({ type, key }: Address): boolean {
  if (type === ComponentType.Entity) return !key.includes("_");
  if (type === ComponentType.Attribute) return !key.includes("_") && key.includes(".");
  if (type === ComponentType.SavedQuery) return key.startsWith(SYSTEM_VIEW_ID);
  if (type === ComponentType.SystemForm || type === ComponentType.Form) return SYSTEM_FORM_IDS.has(key);
  return false;
}

/** What else is known of a component that is only referred to. */
interface SystemComponentDetails {
  readonly id?: Guid | undefined;
  readonly name?: string | undefined;
  readonly displayName?: string | undefined;
  readonly table?: string | undefined;
}

/** Makes sure the component exists, creating it in the System layer when it does not; a column brings its table. */
export function ensureSystemComponent(
  work: Work,
  address: Address,
  details: SystemComponentDetails = {},
): StoredComponent {
  const existing = work.store.find(address.type, address.key);
  if (existing) return existing;
  const table = details.table ?? tableOfKey(address);
  if (table !== undefined) ensureSystemComponent(work, { type: ComponentType.Entity, key: table });
  const name = details.name ?? address.key.slice(address.key.indexOf(".") + 1);
  const component: StoredComponent = {
    id: newComponentId(work.store, address.type, address.key, details.id),
    type: address.type,
    key: address.key,
    name,
    displayName: details.displayName ?? name,
    ...(table === undefined ? {} : { table }),
    layers: [systemLayer(work, details.displayName)],
    references: {},
    createdOn: work.at,
    modifiedOn: work.at,
    modifiedBy: work.caller.userId,
  };
  work.store.putComponent(component);
  if (address.type === ComponentType.Entity) tableArrived(work, component);
  return component;
}

function systemLayer(work: Work, displayName: string | undefined): StoredComponent["layers"][number] {
  return {
    solution: SYSTEM_LAYER,
    properties: {},
    ...(displayName === undefined ? {} : { displayName }),
    createdOn: work.store.state.organization.createdOn,
    overwriteTime: NEVER_OVERWRITTEN,
  };
}

/** What the layer table says of a layer that nothing has overwritten (§4.1). */
export const NEVER_OVERWRITTEN = "1900-01-01T00:00:00Z";

/** `account` of the column key `account.name`. */
function tableOfKey({ type, key }: Address): string | undefined {
  if (type !== ComponentType.Attribute) return undefined;
  const dot = key.indexOf(".");
  return dot > 0 ? key.slice(0, dot) : undefined;
}
