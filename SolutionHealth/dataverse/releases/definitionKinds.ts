import type { Properties } from "../../domain/model/property";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { platformTypeName } from "../../domain/releases/releaseAddress";
import { booleanOf, rowOf, type WireRow } from "../wire";
import { columnSayings, isColumnTold, isChoice } from "./columnSayings";
import type { Part } from "./definitionQuery";
import type { Sayings } from "./definitionValues";
import { isKeyTold, KEY_SAYINGS } from "./keySayings";
import { areOptionsTold, optionsSay } from "./optionSayings";
import { isOptionSetTold, OPTION_SET_SAYINGS } from "./optionSetSayings";
import { isRelationshipTold, relationshipSayings } from "./relationshipSayings";
import { definitionDenies, definitionSays } from "./saidOfDefinition";

/** A kind of component with a definition in the metadata of the environment. */
interface DefinitionKind {
  /** Part of its table's definition where it is found; undefined for what stands by itself. */
  readonly part?: (incoming: IncomingComponent) => Part;
  /** Whether definitions may tell all that a package says. */
  readonly isTold: (said: Properties) => boolean;
  readonly sayings: (definition: WireRow) => Sayings;
  /** What has the options of a choice; "none" where there are no own ones; undefined where that is not told. */
  readonly options?: (said: Properties, definition: WireRow) => WireRow | "none" | undefined;
}

/** A choice of one column has its options there; of a global one they belong to that. */
function ownOptions(said: Properties, definition: WireRow): WireRow | "none" | undefined {
  if (!isChoice(said)) return "none";
  const optionSet = rowOf(definition, "OptionSet");
  const isGlobal = optionSet && booleanOf(optionSet, "IsGlobal");
  if (isGlobal === undefined) return undefined;
  return isGlobal ? "none" : optionSet;
}

const KINDS: ReadonlyMap<string, DefinitionKind> = new Map<string, DefinitionKind>([
  ["Attribute", { part: () => "Attributes", isTold: isColumnTold, sayings: columnSayings, options: ownOptions }],
  [
    "EntityRelationship",
    {
      part: ({ properties: { entityrelationshiptype: kind } }) =>
        kind === "ManyToMany" ? "ManyToManyRelationships" : "ManyToOneRelationships",
      isTold: isRelationshipTold,
      sayings: relationshipSayings,
    },
  ],
  ["EntityKey", { part: () => "Keys", isTold: isKeyTold, sayings: () => KEY_SAYINGS }],
  [
    "OptionSet",
    { isTold: isOptionSetTold, sayings: () => OPTION_SET_SAYINGS, options: (_said, definition) => definition },
  ],
]);

const none = (): "none" => "none";

const kindOf = ({ type }: IncomingComponent): DefinitionKind | undefined => KINDS.get(platformTypeName(type));

/** Whether definitions of metadata may tell all that the package says. */
export function definitionsMayTell(incoming: IncomingComponent): boolean {
  const kind = kindOf(incoming);
  if (!kind?.isTold(incoming.properties) || (kind.part && incoming.table === undefined)) return false;
  return Object.keys(incoming.children ?? {}).length === 0 || (kind.options !== undefined && areOptionsTold(incoming));
}

/** Part of its table's definition where it is found. */
export const partOf = (incoming: IncomingComponent): Part | undefined => kindOf(incoming)?.part?.(incoming);

/** What can be told by the definition of such a component. */
export const sayingsOf = (incoming: IncomingComponent, definition: WireRow): Sayings =>
  kindOf(incoming)?.sayings(definition) ?? {};

/**
 * Whether the definition says everything that the package says, options included, and has no other options; undefined where
 * it says nothing otherwise, and not all.
 */
export function definitionAgrees(incoming: IncomingComponent, definition: WireRow): boolean | undefined {
  const { properties } = incoming;
  const sayings = sayingsOf(incoming, definition);
  const areSame = optionsAgree(incoming, definition);
  if (areSame === false || definitionDenies(properties, definition, sayings)) return false;
  return areSame === true && definitionSays(properties, definition, sayings) ? true : undefined;
}

function optionsAgree(incoming: IncomingComponent, definition: WireRow): boolean | undefined {
  const { properties, children = {} } = incoming;
  const { options = none } = kindOf(incoming) ?? {};
  const own = options(properties, definition);
  if (own === "none") return Object.keys(children).length === 0;
  // Yes/no has no list of options.
  return Array.isArray(own?.Options) ? optionsSay(children, own) : undefined;
}
