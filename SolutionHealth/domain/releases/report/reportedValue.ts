import { canonicalText } from "../../canonicalText";
import type { PropertyValue } from "../../model/property";
import { sha256, utf8Bytes } from "../../sha256";

/**
 * A value in the file: itself, or what is needed to recognize it where it is long (form XML has megabytes). `bytes` and
 * `sha256` are those of its UTF-8: of a text as it is, of anything else as JSON with members in alphabetical order.
 */
export type ReportedValue = { readonly value: PropertyValue } | { readonly bytes: number; readonly sha256: string };

/** Characters up to which a value is written out. */
const WRITTEN_OUT = 1000;

export type ValueReporter = (value: PropertyValue | undefined) => ReportedValue | undefined;

/** The same long value stands in several ways and places: it is hashed once. */
export function createValueReporter(): ValueReporter {
  const known = new Map<string, ReportedValue>();
  return (value) => {
    if (value === undefined) return undefined;
    const text = typeof value === "string" ? value : canonicalText(value);
    if (text.length <= WRITTEN_OUT) return { value };
    const before = known.get(text);
    if (before) return before;
    const bytes = utf8Bytes(text);
    const reported = { bytes: bytes.length, sha256: sha256(bytes) };
    known.set(text, reported);
    return reported;
  };
}
