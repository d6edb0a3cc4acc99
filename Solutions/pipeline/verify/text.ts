/** Text of an XML or script file: UTF-8, a byte order mark is dropped (fact sheet §13.1). */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder("utf-8").decode(bytes);
}
