/**
 * JSON of a request's body. A member that is a Blob is a text that should not be put together in memory (base64 of a file, which
 * has no character that JSON escapes): then the whole is a Blob too, and the browser puts it together while it sends it.
 */
export function jsonBody(body: unknown): string | Blob {
  const members = typeof body === "object" && body !== null ? Object.entries(body as Record<string, unknown>) : [];
  if (!members.some(([, value]) => value instanceof Blob)) return JSON.stringify(body);
  const parts = members
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value], index) => [
      `${index === 0 ? "" : ","}${JSON.stringify(name)}:`,
      ...(value instanceof Blob ? ['"', value, '"'] : [JSON.stringify(value)]),
    ]);
  return new Blob(["{", ...parts, "}"]);
}
