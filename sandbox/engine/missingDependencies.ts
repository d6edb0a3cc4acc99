import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { DependencyEnd, PackageManifest, SolutionPackage } from "../../SolutionHealth/package/model";
import type { EnvironmentStore } from "../store/environmentStore";
import type { StoredComponent } from "../store/model";
import { dependenciesMissing } from "./faults";
import type { Address } from "./references";
import { ensureSystemComponent, isPlatformsOwn } from "./systemComponents";
import { typeName } from "./typeName";
import { knownTypeNumber, typeNumber, type Work } from "./work";

/** What a package needs and the target may lack. */
interface MissingComponent {
  readonly required: DependencyEnd;
  readonly dependent?: DependencyEnd;
}

/**
 * Required components that are absent here. "Missing" in the manifest only means outside the package (§13.1), so each
 * is looked up in the target: by name, and by id.
 */
export function absentComponents(store: EnvironmentStore, manifest: PackageManifest): MissingComponent[] {
  return manifest.missingDependencies.filter(
    ({ required }) => !present(store, required) && !brings(manifest, required),
  );
}

/**
 * Settles what the package needs from elsewhere, by {@link EngineOptions.missingDependencies}: creates the platform's
 * own components, refuses what an installed solution should have brought.
 * @throws 0x8004801D naming each missing component.
 */
export function settleDependencies(work: Work, content: SolutionPackage): void {
  const absent = absentComponents(work.store, content.manifest);
  const refused = absent.filter(({ required }) => isRefused(work, required));
  if (refused.length > 0) throw dependenciesMissing(refused.map(({ required }) => describeEnd(required)));
  for (const { required } of absent) {
    const address = addressOf(required, typeNumber(work.store, required.type));
    if (address === undefined) continue;
    ensureSystemComponent(work, address, {
      id: required.id,
      name: required.schemaName ?? required.displayName,
      displayName: required.displayName,
      table: required.parentSchemaName?.toLowerCase(),
    });
  }
}

function isRefused(work: Work, required: DependencyEnd): boolean {
  const type = knownTypeNumber(work.store, required.type);
  const address = type === undefined ? undefined : addressOf(required, type);
  if (address !== undefined && isPlatformsOwn(address)) return false;
  if (work.options.missingDependencies === "refuse") return !required.solution?.startsWith("System");
  const owner = solutionName(required);
  return owner !== undefined && work.store.solutionNamed(owner)?.managed === true;
}

function present(store: EnvironmentStore, required: DependencyEnd): StoredComponent | undefined {
  const type = knownTypeNumber(store, required.type);
  if (type === undefined) return undefined;
  const address = addressOf(required, type);
  const byName = address && (store.find(address.type, address.key) ?? ownerOfLocalOptionSet(store, address));
  return byName ?? (required.id === undefined ? undefined : store.component(required.id));
}

/**
 * Exporters also name the option set of one column, as `<table>_<column>`: it comes with its column, the ones of a
 * row's state with the table.
 */
function ownerOfLocalOptionSet(store: EnvironmentStore, { type, key }: Address): StoredComponent | undefined {
  if (type !== ComponentType.OptionSet) return undefined;
  for (let at = key.indexOf("_"); at >= 0; at = key.indexOf("_", at + 1)) {
    const [table, column] = [key.slice(0, at), key.slice(at + 1)];
    const owner = store.find(ComponentType.Attribute, `${table}.${column}`);
    if (owner) return owner;
    if (column === "statecode" || column === "statuscode") return store.find(ComponentType.Entity, table);
  }
  return undefined;
}

/** Some exporters list a component as required although the package holds it. */
function brings(manifest: PackageManifest, required: DependencyEnd): boolean {
  return manifest.rootComponents.some(
    (root) =>
      root.type === required.type &&
      ((root.id !== undefined && root.id === required.id) ||
        (root.schemaName !== undefined && root.schemaName.toLowerCase() === required.schemaName?.toLowerCase())),
  );
}

/** Where this environment would find the component; undefined when the package names it in no way known here. */
function addressOf(end: DependencyEnd, type: number): Address | undefined {
  const name = end.schemaName?.toLowerCase();
  const table = end.parentSchemaName?.toLowerCase();
  if (type === ComponentType.Attribute && name !== undefined && table !== undefined)
    return { type, key: `${table}.${name}` };
  const key = name ?? end.id ?? end.displayName?.toLowerCase();
  return key === undefined ? undefined : { type, key };
}

/** `Name` of `Name (1.2.3.4)`. Active and System name no solution that could be imported. */
function solutionName(end: DependencyEnd): string | undefined {
  const name = end.solution?.replace(/\s*\([^()]*\)\s*$/, "").trim();
  return name === undefined || name === "" || name === "Active" || name === "System" ? undefined : name;
}

function describeEnd(end: DependencyEnd): string {
  const kind = typeof end.type === "number" ? typeName(end.type) : end.type;
  const name = end.schemaName ?? end.displayName ?? end.id ?? "?";
  const parent = end.parentSchemaName === undefined ? "" : ` of ${end.parentSchemaName}`;
  return `${kind} '${name}'${parent}${end.solution === undefined ? "" : ` from ${end.solution}`}`;
}
