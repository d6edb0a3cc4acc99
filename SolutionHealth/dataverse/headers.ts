/** What a request prefers; one `Prefer` header carries both (fact sheet §10). */
export interface Preferences {
  /** Asks for the labels of option values (`…@OData.Community.Display.V1.FormattedValue`). */
  readonly formattedValues?: boolean;
  /** Rows a page; the server allows at most 5,000. Not to be combined with `$top`. */
  readonly pageSize?: number;
}

const BASE_HEADERS: Readonly<Record<string, string>> = {
  Accept: "application/json",
  "OData-MaxVersion": "4.0",
  "OData-Version": "4.0",
  // Keeps browsers from answering out of their cache.
  "If-None-Match": "null",
};

export function requestHeaders(preferences: Preferences): Record<string, string> {
  const wishes = [
    ...(preferences.formattedValues ? ['odata.include-annotations="OData.Community.Display.V1.FormattedValue"'] : []),
    ...(preferences.pageSize === undefined ? [] : [`odata.maxpagesize=${preferences.pageSize}`]),
  ];
  return { ...BASE_HEADERS, ...(wishes.length > 0 && { Prefer: wishes.join(",") }) };
}
