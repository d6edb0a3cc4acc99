/** What a `Prefer` header asks for (fact sheet §10). */
interface Preferences {
  /** Rows per page; undefined when not asked for. */
  readonly maxPageSize?: number;
  /** Patterns of `odata.include-annotations`. */
  readonly annotations: readonly string[];
  readonly continueOnError: boolean;
  readonly returnRepresentation: boolean;
}

/** Several preferences stand in one header, separated by commas; the annotation list is itself quoted and comma-separated. */
export function parsePrefer(header: string | undefined): Preferences {
  const text = header ?? "";
  const size = /odata\.maxpagesize\s*=\s*(\d+)/i.exec(text)?.[1];
  const annotations = /odata\.include-annotations\s*=\s*(?:"([^"]*)"|([^,;\s]+))/i.exec(text);
  return {
    ...(size === undefined ? {} : { maxPageSize: Number(size) }),
    annotations: (annotations?.[1] ?? annotations?.[2] ?? "")
      .split(",")
      .map((pattern) => pattern.trim())
      .filter((pattern) => pattern !== ""),
    continueOnError: /odata\.continue-on-error(?!\s*=\s*false)/i.test(text),
    returnRepresentation: /return\s*=\s*representation/i.test(text),
  };
}

/** `*` and `Name.Space.*` are patterns; anything else is an exact name. A leading `-` excludes. */
export function includesAnnotation(patterns: readonly string[], name: string): boolean {
  const matches = (pattern: string) =>
    pattern === "*" || pattern === name || (pattern.endsWith(".*") && name.startsWith(pattern.slice(0, -1)));
  if (patterns.some((pattern) => pattern.startsWith("-") && matches(pattern.slice(1)))) return false;
  return patterns.some((pattern) => !pattern.startsWith("-") && matches(pattern));
}
