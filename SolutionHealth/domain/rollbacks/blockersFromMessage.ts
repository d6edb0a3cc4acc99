import { CLASSIC_TYPE_NAMES } from "../components/classicTypeNames";
import { type PlatformError, platformError } from "../failures/platformErrors";
import { componentKey } from "../layers/componentLayer";
import { normaliseGuid } from "../model/guid";
import type { InstalledSolution } from "../model/solution";
import { nameKey } from "../solutions/solutionNames";
import { createLayerNames } from "./layerNames";
import type { RollbackComponent } from "./rollbackFacts";
import type { Blocker, LayerName } from "./rollbackPreview";

/** What is known already, so that what a text names can be found among it. */
export interface KnownThings {
  readonly components: readonly RollbackComponent[];
  readonly solutions: readonly InstalledSolution[];
}

/** What the server's text says of a refused uninstall. Nothing is in here that is not in the text. */
export interface RefusalReading {
  /** Where the text names both ends, or one that stands for both (a base layer). */
  readonly blockers: readonly Blocker[];
  /** What would go, where the text does not say what needs it. */
  readonly required?: RollbackComponent;
  /** Solution that has to go first. */
  readonly solution?: LayerName;
  /** How many components need it, where only that is said. */
  readonly referencedBy?: number;
}

const ID = String.raw`\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?`;
/** §6.5: "… delete the base layer for the component '<type>' with id '<guid>' and name '<n>'. …" */
const BASE_LAYER = new RegExp(String.raw`component '([^']*)' with id '${ID}'(?: and name '([^']*)')?`, "i");
/** §6.8 0x8004F020: "… because the '{0}' with id '{1}' is required by the '{2}' solution. …" */
const BY_SOLUTION = new RegExp(String.raw`the '([^']*)' with id '${ID}' is required by the '([^']*)' solution`, "i");
/** §6.8 0x8004F01F: "The {0}({1}) component cannot be deleted because it is referenced by {2} other components. …" */
const REFERENCED = new RegExp(
  String.raw`The ([^()\r\n]*?)\s*\(${ID}\) component cannot be deleted because it is referenced by (\d+)`,
  "i",
);
/** Added to 0x8004F01D where both ends are told: "The <type> '<n>' (<guid>) is required by the <type> '<n>' (<guid>)." */
const BY_COMPONENT = new RegExp(
  String.raw`The (\S+) '([^']*)' \(${ID}\) is required by the (\S+) '([^']*)' \(${ID}\)`,
  "i",
);

/**
 * Reads the refusal of an uninstall (fact sheet §6.5, §6.8). Texts vary by version and language; what does not match says
 * nothing, and the text itself is what remains to be shown.
 * @param code in any form
 * @returns undefined for an error that is no refusal of this kind
 */
export function blockersFromMessage(
  code: string | undefined,
  text: string,
  known: KnownThings,
): RefusalReading | undefined {
  const error = platformError(code, text);
  return error === undefined ? undefined : READERS[error]?.(text, known);
}

type Reader = (text: string, known: KnownThings) => RefusalReading;

const READERS: Partial<Readonly<Record<PlatformError, Reader>>> = {
  baseLayer,
  requiredBySolution,
  referenced,
  dependencies: requiredByComponent,
};

function baseLayer(text: string, known: KnownThings): RefusalReading {
  const [, type, id, name] = BASE_LAYER.exec(text) ?? [];
  const component = componentOf(type, id, name, known);
  return { blockers: component ? [toBlocker("baseLayer", component, component)] : [] };
}

function requiredBySolution(text: string, known: KnownThings): RefusalReading {
  const [, type, id, solution] = BY_SOLUTION.exec(text) ?? [];
  const required = componentOf(type, id, undefined, known);
  return { blockers: [], ...(required && { required }), ...(solution && { solution: nameOf(solution, known) }) };
}

function referenced(text: string, known: KnownThings): RefusalReading {
  const [, type, id, count] = REFERENCED.exec(text) ?? [];
  const required = componentOf(type, id, undefined, known);
  return required ? { blockers: [], required, referencedBy: Number(count) } : { blockers: [] };
}

function requiredByComponent(text: string, known: KnownThings): RefusalReading {
  const [, type, name, id, dependentType, dependentName, dependentId] = BY_COMPONENT.exec(text) ?? [];
  const required = componentOf(type, id, name, known);
  const dependent = componentOf(dependentType, dependentId, dependentName, known);
  return { blockers: required && dependent ? [toBlocker("dependency", required, dependent)] : [] };
}

/** The text names one that stands in the way now: there may be more behind it. Where to mend it, only layers tell. */
const toBlocker = (kind: Blocker["kind"], required: RollbackComponent, dependent: RollbackComponent): Blocker => ({
  kind,
  required,
  dependent,
  fix: { where: "unknown" },
  round: 1,
});

/** The known component of this id; else what the text says of it: its type by name or number. */
function componentOf(
  type: string | undefined,
  idText: string | undefined,
  name: string | undefined,
  { components }: KnownThings,
): RollbackComponent | undefined {
  const id = normaliseGuid(idText ?? "");
  if (id === undefined || type === undefined) return undefined;
  const found = components.find((component) => component.id === id);
  if (found) return found;
  const [number, typeName] = typeOf(type);
  const title = name === undefined || name === "" ? id : name;
  return { key: componentKey({ id, typeName }), id, type: number, typeName, name: title, displayName: title };
}

/** A word that is none of the platform's names for types keeps its place, with the number 0, which no type has. */
function typeOf(text: string): [number: number, typeName: string] {
  const word = text.trim();
  const byNumber = CLASSIC_TYPE_NAMES.get(Number(word));
  if (byNumber !== undefined) return [Number(word), byNumber];
  const named = [...CLASSIC_TYPE_NAMES].reverse().find(([, name]) => name.toLowerCase() === word.toLowerCase());
  return named ? [named[0], named[1]] : [0, word];
}

function nameOf(uniqueName: string, { solutions }: KnownThings): LayerName {
  const installed = solutions.find((solution) => nameKey(solution.uniqueName) === nameKey(uniqueName));
  if (installed) return createLayerNames(solutions).nameOfSolution(installed);
  return { solution: uniqueName, displayName: uniqueName, publisher: "" };
}
