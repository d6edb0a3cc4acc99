/** Properties that say whether a component is on: a change of them can be wanted, so it is its own state (§4.5). */
export const STATE_PROPERTIES: readonly string[] = ["statecode", "statuscode"];

/**
 * Properties that the platform notes for itself: alone they make no override. Both lists of the fact sheet (§4.5),
 * without the state, which is judged by itself. Shown to the person, who may change it.
 */
export const DEFAULT_BOOKKEEPING: readonly string[] = [
  "attributelogicaltypeid",
  "attributetypeid",
  "componentstate",
  "createdon",
  "displaymask",
  "importsequencenumber",
  "ismanaged",
  "modifiedby",
  "modifiedon",
  "modifiedonbehalfby",
  "overwritetime",
  "publishedon",
  "solutionid",
  "supportingsolutionid",
  "versionnumber",
  "workflowidunique",
];

/** A list as a person wrote it: lower case, each name once, sorted, without blanks. */
export const tidyBookkeeping = (properties: readonly string[]): readonly string[] =>
  [...new Set(properties.map((property) => property.trim().toLowerCase()))].filter((name) => name !== "").sort();
