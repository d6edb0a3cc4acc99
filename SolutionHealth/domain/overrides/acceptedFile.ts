import { componentKey } from "../layers/componentLayer";
import type { AcceptedOverride } from "./acceptedOverride";
import { readFile, writeFile, type FileFormat } from "./fileEnvelope";
import { FileFormatError } from "./fileProblem";
import { day, fingerprint, guid, instant, list, object, optional, text } from "./fileShape";

const FORMAT: FileFormat = { name: "solution-health/accepted-overrides", version: 1 };

const shape = object({
  overrides: list(
    object({
      typeName: text,
      id: guid,
      name: text,
      fingerprint,
      properties: list(text),
      reason: text,
      acceptedBy: optional(text),
      acceptedOn: instant,
      expiresOn: optional(day),
    }),
  ),
});

/** Accepted overrides as a file, by type and name, so that two versions of it can be compared line by line. */
export function writeAcceptedFile(entries: readonly AcceptedOverride[]): string {
  const orderOf = (entry: AcceptedOverride): string => `${entry.typeName} ${entry.name} ${entry.id}`;
  const overrides = [...entries].sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  return writeFile(FORMAT, { overrides });
}

/** @throws FileFormatError, also where one component is accepted twice */
export function readAcceptedFile(content: string): AcceptedOverride[] {
  const { overrides } = readFile(FORMAT, content, shape);
  const seen = new Set<string>();
  for (const [index, entry] of overrides.entries()) {
    if (seen.has(componentKey(entry))) {
      throw new FileFormatError({ code: "invalid", place: `overrides[${index}]`, detail: "each component once" });
    }
    seen.add(componentKey(entry));
  }
  return overrides;
}
