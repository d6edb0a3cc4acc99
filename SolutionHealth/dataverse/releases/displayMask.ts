import { flag, managed, type Says, textOrNone, within } from "./definitionValues";

/** Where the definition of the column's table is put, which decides a bit of the mask. */
export const TABLE = "Table";

/** Names of rows that activities may regard; of the platform's own names nothing tells the bits. */
const regarded: Says = (definition) => {
  const isName = flag("IsPrimaryName")(definition);
  if (isName !== true) return isName;
  return flag("IsCustomAttribute")(definition) === true ? within(TABLE, flag("HasActivities"))(definition) : null;
};

/** Numbers that the platform gives are not written by people. */
const numbered: Says = (definition) => {
  const format = textOrNone("AutoNumberFormat")(definition);
  return typeof format === "string" ? format !== "" : undefined;
};

/**
 * Bits of `DisplayMask` that a definition tells, in the order in which packages write them. A test holds against the real
 * packages that nothing else decides them.
 */
const MASK: readonly (readonly [name: string, says: Says])[] = [
  ["ActivityPointerRegardingName", regarded],
  ["PrimaryName", flag("IsPrimaryName")],
  ["ReadOnlyInUI", numbered],
  ["ValidForAdvancedFind", managed("IsValidForAdvancedFind")],
  ["ValidForForm", flag("IsValidForForm")],
  ["ValidForGrid", flag("IsValidForGrid")],
  ["RequiredForForm", flag("IsRequiredForForm")],
  // The id of a row has it, nothing else has.
  ["RequiredForGrid", flag("IsPrimaryId")],
];

/** Left open where one of the bits is. */
export const displayMask: Says = (definition) => {
  const bits = MASK.map(([name, says]) => [name, says(definition)] as const);
  if (bits.some(([, bit]) => bit === undefined)) return undefined;
  if (bits.some(([, bit]) => bit === null)) return null;
  const set = bits.flatMap(([name, bit]) => (bit === true ? [name] : []));
  // Packages leave an empty mask out.
  return set.length === 0 ? undefined : set.join("|");
};
