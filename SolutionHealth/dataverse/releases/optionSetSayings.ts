import type { Properties } from "../../domain/model/property";
import { flag, labels, managed, oneOf, type Says, type Sayings, text, textOrNone } from "./definitionValues";

/** Packages have an empty list where there are no options; where there are some, they are children. */
const noOptions: Says = ({ Options: list }) => (Array.isArray(list) && list.length === 0 ? "" : undefined);

/**
 * What a package says of a global choice, in its definition: `OptionSetMetadata` of the Web API reference. Its options are
 * told apart (`optionsSay`).
 */
export const OPTION_SET_SAYINGS: Sayings = {
  name: text("Name"),
  "DisplayName - LocalizedLabel": labels("DisplayName"),
  "Description - LocalizedLabel": labels("Description"),
  externaltypename: textOrNone("ExternalTypeName"),
  introducedversion: text("IntroducedVersion"),
  iscustomizable: managed("IsCustomizable"),
  isglobal: flag("IsGlobal"),
  optionsettype: oneOf(text("OptionSetType"), { Picklist: "picklist" }),
  options: noOptions,
};

/** Whether the definition of such a choice may tell all that the package says. */
export const isOptionSetTold = (said: Properties): boolean =>
  Object.keys(said).every((property) => property in OPTION_SET_SAYINGS);
