/** A component or row id: lower case, with hyphens, without braces – the form the Web API answers in. */
export type Guid = string;

export const EMPTY_GUID: Guid = "00000000-0000-0000-0000-000000000000";

const GUID_SHAPE = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Brings an id into the one form used everywhere: hosts hand out `{ABC…}`, packages `{abc…}`, the Web API `abc…`.
 * @returns the id, or undefined when the text is not a GUID.
 */
export function normaliseGuid(text: string): Guid | undefined {
  const bare = text
    .trim()
    .replace(/^\{|\}$/g, "")
    .toLowerCase();
  return GUID_SHAPE.test(bare) ? bare : undefined;
}
