import type { Properties } from "../../domain/model/property";
import { labels, managed, type Says, type Sayings, text } from "./definitionValues";

/** Columns of the key, in their order. */
const columns: Says = ({ KeyAttributes: list }) =>
  Array.isArray(list) ? list.filter((name): name is string => typeof name === "string") : undefined;

/** What a package says of an alternate key, in its definition: `EntityKeyMetadata` of the Web API reference. */
export const KEY_SAYINGS: Sayings = {
  name: text("SchemaName"),
  logicalname: text("LogicalName"),
  "DisplayName - LocalizedLabel": labels("DisplayName"),
  entitykeyattributes: columns,
  introducedversion: text("IntroducedVersion"),
  iscustomizable: managed("IsCustomizable"),
};

/** Whether the definition of such a key may tell all that the package says. */
export const isKeyTold = (said: Properties): boolean => Object.keys(said).every((property) => property in KEY_SAYINGS);
