import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Guid } from "../../SolutionHealth/domain/model/guid";
import { componentType } from "../../SolutionHealth/package/components/componentKey";
import type { ComponentKey, DependencyEnd, SolutionPackage } from "../../SolutionHealth/package/model";
import type { EnvironmentStore } from "../store/environmentStore";
import { dependenciesMissing } from "./faults";
import { ensureSystemComponent, isPlatformsOwn } from "./systemComponents";
import { typeName } from "./typeName";
import { knownTypeNumber, typeNumber, type Work } from "./work";

/**
 * Kinds that are rows with the same id in every environment (§8.3): where an exporter writes the id, that is what they are
 * found by, and the name beside it is only to be read.
 */
const ROW_KINDS: ReadonlySet<number> = new Set([
  ComponentType.Role,
  ComponentType.SavedQuery,
  ComponentType.Workflow,
  ComponentType.Report,
  ComponentType.EmailTemplate,
  ComponentType.ContractTemplate,
  ComponentType.KBArticleTemplate,
  ComponentType.MailMergeTemplate,
  ComponentType.DuplicateRule,
  ComponentType.SavedQueryVisualization,
  ComponentType.SystemForm,
  ComponentType.ConnectionRole,
  ComponentType.HierarchyRule,
  ComponentType.FieldSecurityProfile,
  ComponentType.SdkMessageProcessingStep,
  ComponentType.ServiceEndpoint,
  ComponentType.SLA,
  ComponentType.ConvertRule,
]);

/** What a package needs and the target may lack. */
interface MissingComponent {
  readonly required: DependencyEnd;
  readonly dependent?: DependencyEnd;
}

/** Components as a place holds them: an environment, or a package. */
interface Holding {
  has(component: ComponentKey): boolean;
  hasId(id: Guid): boolean;
}

/**
 * Required components that are absent here. "Missing" in the manifest only means outside the package (§13.1), so each
 * is looked up in the target, by name and by id. Some exporters list what the package holds after all.
 */
export function absentComponents(store: EnvironmentStore, content: SolutionPackage): MissingComponent[] {
  const places = [heldBy(store), heldIn(content)];
  return content.manifest.missingDependencies.filter(({ required }) => !places.some((place) => holds(place, required)));
}

/**
 * Settles what the package needs from elsewhere, by {@link EngineOptions.missingDependencies}: creates the platform's
 * own components, refuses what an installed solution should have brought.
 * @throws 0x8004801D naming each missing component.
 */
export function settleDependencies(work: Work, content: SolutionPackage): void {
  const absent = absentComponents(work.store, content);
  const refused = absent.filter(({ required }) => isRefused(work, required));
  if (refused.length > 0) throw dependenciesMissing(refused.map(({ required }) => describeEnd(required)));
  for (const { required } of absent) {
    const key = keyOf(required);
    if (key === undefined) continue;
    const address = { type: typeNumber(work.store, componentType(required.type)), key };
    ensureSystemComponent(work, address, {
      id: required.id,
      name: required.schemaName ?? required.displayName,
      displayName: required.displayName,
      table: required.parentSchemaName?.toLowerCase(),
    });
  }
}

function isRefused(work: Work, required: DependencyEnd): boolean {
  const type = knownTypeNumber(work.store, componentType(required.type));
  const key = keyOf(required);
  if (type !== undefined && key !== undefined && isPlatformsOwn({ type, key })) return false;
  if (work.options.missingDependencies === "refuse") return !required.solution?.startsWith("System");
  const owner = solutionName(required);
  return owner !== undefined && work.store.solutionNamed(owner)?.managed === true;
}

const heldBy = (store: EnvironmentStore): Holding => ({
  has: ({ type, key }) => {
    const number = knownTypeNumber(store, type);
    return number !== undefined && store.find(number, key) !== undefined;
  },
  hasId: (id) => store.component(id) !== undefined,
});

/** Entries of the manifest, and members that come inside their table without one (§13.1). */
function heldIn({ manifest, components }: SolutionPackage): Holding {
  const places = new Set<string>();
  const ids = new Set<Guid>();
  const placeOf = (type: number | string, key: string): string => `${componentType(type)}|${key.toLowerCase()}`;
  const enter = (type: number | string, key: string | undefined, id: Guid | undefined): void => {
    if (key !== undefined) places.add(placeOf(type, key));
    if (id !== undefined) ids.add(id);
  };
  for (const { type, key, id } of components) enter(type, key, id);
  for (const { type, schemaName, id } of manifest.rootComponents) enter(type, schemaName, id);
  return { has: ({ type, key }) => places.has(placeOf(type, key)), hasId: (id) => ids.has(id) };
}

function holds(place: Holding, required: DependencyEnd): boolean {
  const type = componentType(required.type);
  const key = keyOf(required);
  if (key !== undefined && (place.has({ type, key }) || holdsLocalOptionSet(place, { type, key }))) return true;
  return required.id !== undefined && place.hasId(required.id);
}

/**
 * Exporters also name the option set of one column, as `<table>_<column>`: it comes with its column, the ones of a
 * row's state with the table.
 */
function holdsLocalOptionSet(place: Holding, { type, key }: ComponentKey): boolean {
  if (type !== ComponentType.OptionSet) return false;
  for (let at = key.indexOf("_"); at >= 0; at = key.indexOf("_", at + 1)) {
    const [table, column] = [key.slice(0, at), key.slice(at + 1)];
    if (place.has({ type: ComponentType.Attribute, key: `${table}.${column}` })) return true;
    const isState = column === "statecode" || column === "statuscode";
    if (isState && place.has({ type: ComponentType.Entity, key: table })) return true;
  }
  return false;
}

/** The key by which a component of this kind is found; undefined when the package names it in no way known here. */
function keyOf(end: DependencyEnd): string | undefined {
  const type = componentType(end.type);
  const name = end.schemaName?.toLowerCase();
  const table = end.parentSchemaName?.toLowerCase();
  if (typeof type === "number" && ROW_KINDS.has(type) && end.id !== undefined) return end.id;
  if (type === ComponentType.Attribute && name !== undefined && table !== undefined) return `${table}.${name}`;
  return name ?? end.id ?? end.displayName?.toLowerCase();
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
