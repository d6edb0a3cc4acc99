import type { Properties } from "../../domain/model/property";
import type { IncomingComponent } from "../../domain/releases/incomingPackage";
import { isRow, type WireRow } from "../wire";
import { flag, labels, number, numeral, type Sayings, text, textOrNone } from "./definitionValues";
import { definitionSays } from "./saidOfDefinition";

/** Child collection with the options of a choice (fact sheet §4.4). */
const OPTIONS = "AttributePicklistValues";

/** Its text in the package's own language: one of its labels, so it says nothing more. */
const LABEL = "label";

/**
 * What a package says of an option, in its definition: `OptionMetadata` of the Web API reference and what states and status
 * reasons have besides. Their order is that of the list.
 */
const OF_OPTION: Sayings = {
  value: number("Value"),
  "DisplayName - LocalizedLabel": labels("Label"),
  "Description - LocalizedLabel": labels("Description"),
  color: textOrNone("Color"),
  externalvalue: textOrNone("ExternalValue"),
  ishidden: flag("IsHidden"),
  state: numeral("State"),
  transitiondata: textOrNone("TransitionData"),
  defaultstatus: numeral("DefaultStatus"),
  invariantname: text("InvariantName"),
  displayorder: number("DisplayOrder"),
};

/** What options have only now and then, and how a definition tells that one has it not. */
const NONE: Properties = {
  "Description - LocalizedLabel": "[]",
  color: "",
  externalvalue: "",
  ishidden: false,
  transitiondata: "",
};

/** Whether definitions may tell all that a package says of the options, and it says nothing of other children. */
export const areOptionsTold = ({ children = {} }: IncomingComponent): boolean =>
  Object.entries(children).every(
    ([collection, list]) =>
      collection === OPTIONS &&
      list.every((option) => Object.keys(option).every((name) => name === LABEL || has(name))),
  );

const has = (name: string): boolean => Object.prototype.hasOwnProperty.call(OF_OPTION, name);

/**
 * Whether a choice has the very options of which the package tells, in their order, and each says the same.
 * @param optionSet of the choice; yes/no has no list, so that nothing tells the order of its two
 */
export function optionsSay(children: IncomingComponent["children"], optionSet: WireRow | undefined): boolean {
  const said = children?.[OPTIONS] ?? [];
  const options: unknown = optionSet?.Options;
  if (!Array.isArray(options) || options.length !== said.length) return false;
  return options.every((option: unknown, index) => {
    const one = said[index];
    return one !== undefined && isRow(option) && optionSays(one, { ...option, DisplayOrder: index + 1 });
  });
}

function optionSays({ [LABEL]: label, ...said }: Properties, option: WireRow): boolean {
  const unsaid = Object.entries(NONE).filter(([name]) => !(name in said));
  // What the platform does not know an option could have, it has not.
  const more = unsaid.some(([name, none]) => (OF_OPTION[name]?.(option) ?? none) !== none);
  return !more && isLabelOf(label, option) && definitionSays(said, option, OF_OPTION);
}

function isLabelOf(label: Properties[string] | undefined, option: WireRow): boolean {
  if (label === undefined || label === "") return true;
  const told = labels("Label")(option);
  return typeof told === "string" && told.includes(`"Label":${JSON.stringify(label)},`);
}
