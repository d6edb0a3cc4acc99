import type { Host } from "./host";

/** All words of the product in the user's language. */
export interface Texts {
  /** A text by its key, `{0}`, `{1}` … replaced. */
  readonly t: (key: string, ...values: readonly string[]) => string;
  /**
   * A text that depends on a number: `key_One`, `key_Other` … by the rules of the language; `{0}` is the number as
   * the host writes it.
   */
  readonly plural: (key: string, count: number, ...values: readonly string[]) => string;
  /** Order of texts in the user's language; numbers inside texts count as numbers. */
  readonly collator: Intl.Collator;
  /** A number with one place after the point at most. */
  readonly decimal: (value: number) => string;
  /** Time of day to the second. */
  readonly time: (date: Date) => string;
}

/** Replaces `{0}`, `{1}` …; what has no value stays, so that a mistake is seen and not hidden. */
export function format(pattern: string, values: readonly string[]): string {
  return pattern.replace(/\{(\d+)\}/g, (whole, index: string) => values[Number(index)] ?? whole);
}

export function createTexts({ text, formatNumber }: Pick<Host, "text" | "formatNumber">): Texts {
  const language = knownLanguage(text("Language_Tag"));
  const times = new Intl.DateTimeFormat(language, { timeStyle: "medium" });
  const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const rules = new Intl.PluralRules(language);
  return {
    collator: new Intl.Collator(language, { sensitivity: "base", numeric: true }),
    decimal: (value) => decimals.format(value),
    time: (date) => times.format(date),
    t: (key, ...values) => format(text(key), values),
    plural: (key, count, ...values) => {
      const category = rules.select(count);
      const exact = `${key}_${category.charAt(0).toUpperCase()}${category.slice(1)}`;
      const pattern = text(exact);
      // Hosts answer a key that they do not know with the key itself.
      const known = pattern === exact || pattern === "" ? text(`${key}_Other`) : pattern;
      return format(known, [formatNumber(count), ...values]);
    },
  };
}

/** The resx names its own language, since a host may fall back to another one than the user's. */
function knownLanguage(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? "en";
  } catch {
    return "en";
  }
}
