import type { Literal } from "./expression";
import { syntaxFault } from "./syntaxFault";

export type Token =
  | { readonly kind: "mark"; readonly text: "(" | ")" | ","; readonly at: number }
  | { readonly kind: "word"; readonly text: string; readonly at: number }
  | { readonly kind: "literal"; readonly literal: Literal; readonly text: string; readonly at: number };

const GUID = "[0-9A-Fa-f]{8}-(?:[0-9A-Fa-f]{4}-){3}[0-9A-Fa-f]{12}";
const DATE = "\\d{4}-\\d\\d-\\d\\d(?:T\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?:Z|[+-]\\d\\d:\\d\\d)?)?";
const NUMBER = "-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?";
const WORD = "[@A-Za-z_][\\w./@]*";
const TOKEN = new RegExp(
  `\\s*(?:([(),])|'((?:[^']|'')*)'|(${GUID})(?!\\w)|(${DATE})(?!\\w)|(${NUMBER})(?!\\w)|(${WORD}))`,
  "y",
);

const WORD_LITERALS: Readonly<Record<string, Literal>> = {
  null: { kind: "null" },
  true: { kind: "boolean", value: true },
  false: { kind: "boolean", value: false },
};

function literalOf(match: RegExpExecArray): Literal | undefined {
  const [, , text, guid, date, number, word] = match;
  if (text !== undefined) return { kind: "string", value: text.replaceAll("''", "'") };
  if (guid !== undefined) return { kind: "guid", value: guid.toLowerCase() };
  if (date !== undefined) return { kind: "date", value: date };
  if (number !== undefined) return { kind: "number", value: Number(number) };
  return word === undefined ? undefined : WORD_LITERALS[word];
}

/**
 * Cuts an OData expression into words, marks and literals.
 * @throws PlatformFault 0x80060888 at the first character that starts no token, such as an unclosed quote.
 */
export function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (source.slice(TOKEN.lastIndex).trim() !== "") {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(source);
    if (!match) throw syntaxFault(`Syntax error at position ${at} in '${source}'.`);
    const literal = literalOf(match);
    if (match[1] !== undefined) tokens.push({ kind: "mark", text: match[1] as "(" | ")" | ",", at });
    else if (literal) tokens.push({ kind: "literal", literal, text: match[0].trim(), at });
    else tokens.push({ kind: "word", text: match[6] ?? "", at });
  }
  return tokens;
}
