import type { AffectedComponent } from "../consequences/affectedComponent";
import { addressIn, type ReleaseAddress } from "./releaseAddress";

/** Kinds whose ids are the same in every environment: known by id (fact sheet §8.3). */
const BY_ID: ReadonlySet<string> = new Set([
  "Role",
  "SavedQuery",
  "Workflow",
  "SavedQueryVisualization",
  "SystemForm",
  "SdkMessageProcessingStep",
  "Report",
  "FieldSecurityProfile",
  "ConnectionRole",
]);

/** Kinds that are called by their table and their own name. */
const BY_TABLE: ReadonlySet<string> = new Set(["Attribute", "EntityKey"]);

/**
 * What a component that is here may be called in a package: first the address that its kind goes by, then the others by
 * which packages name single ones.
 */
export function presentAddresses({ id, typeName: name, table, name: own }: AffectedComponent): ReleaseAddress[] {
  const typeName = /^[A-Z]/.test(name) ? name : name.toLowerCase();
  const byId = addressIn(typeName, id);
  const bare = own.slice(own.lastIndexOf(".") + 1);
  const byName = BY_TABLE.has(typeName) && table !== undefined ? `${table}.${bare}` : own;
  const byNames = [addressIn(typeName, byName)];
  return BY_ID.has(typeName) ? [byId, ...byNames] : [...byNames, byId];
}

/** The first of them: under it the component stands in a preview when it is not in the package. */
export const presentAddress = (component: AffectedComponent): ReleaseAddress =>
  presentAddresses(component)[0] ?? addressIn(component.typeName, component.id);

/** Whether the name of this kind is surely the key by which packages know it. */
export const isSurelyNamed = (typeName: string): boolean => BY_ID.has(typeName) || NAMED.has(typeName);

const NAMED: ReadonlySet<string> = new Set([
  "Entity",
  "Attribute",
  "EntityRelationship",
  "EntityKey",
  "OptionSet",
  "WebResource",
  "AppModule",
  "CanvasApp",
  "CustomControl",
  "EnvironmentVariableDefinition",
  "EnvironmentVariableValue",
  "SiteMap",
]);
