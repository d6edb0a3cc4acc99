import { percentDecoded } from "./percentDecoded";
import type { Expression } from "./expression";
import type { Aliases } from "./filterParser";
import { parseFilter } from "./filterParser";
import { splitOutside } from "./split";
import { syntaxFault } from "./syntaxFault";

export interface OrderTerm {
  readonly path: string;
  readonly descending: boolean;
}

export interface Expansion extends QueryOptions {
  readonly navigation: string;
}

/** The system query options of one request, parsed. */
export interface QueryOptions {
  readonly select?: readonly string[];
  readonly filter?: Expression;
  readonly orderBy: readonly OrderTerm[];
  readonly expand: readonly Expansion[];
  readonly top?: number;
  readonly count: boolean;
  readonly skipToken?: string;
  /** Values of `@name` options, as written: for filters and for functions' parameters. */
  readonly aliases: Aliases;
}

type Options = ReadonlyMap<string, string>;

const decode = (text: string): string => percentDecoded(text.replaceAll("+", " "));

/** Splits a raw query string; a name without `=` is an option without value. */
function readOptions(search: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const pair of search.replace(/^\?/, "").split("&")) {
    if (pair === "") continue;
    const equals = pair.indexOf("=");
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    if (name.startsWith("$") && options.has(name)) {
      throw syntaxFault(`Query option '${name}' was specified more than once, but it must be specified at most once.`);
    }
    options.set(name, equals < 0 ? "" : decode(pair.slice(equals + 1)));
  }
  return options;
}

function names(text: string | undefined): string[] | undefined {
  if (text === undefined || text.trim() === "*") return undefined;
  return text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
}

function orderTerms(text: string | undefined): OrderTerm[] {
  return (names(text) ?? []).map((term) => {
    const [path = "", direction = "asc", ...rest] = term.split(/\s+/);
    if (rest.length > 0 || !["asc", "desc"].includes(direction)) {
      throw syntaxFault(`Syntax error at position ${path.length} in '${term}'.`);
    }
    return { path, descending: direction === "desc" };
  });
}

function expansion(text: string, aliases: Aliases): Expansion {
  const match = /^([\w.]+)(?:\((.*)\))?$/s.exec(text.trim());
  if (!match?.[1]) throw syntaxFault(`Syntax error in the $expand option: '${text}'.`);
  const nested = new Map<string, string>();
  for (const option of splitOutside(match[2] ?? "", ";")) {
    const equals = option.indexOf("=");
    if (equals < 0) throw syntaxFault(`Syntax error in the $expand option: '${text}'.`);
    nested.set(option.slice(0, equals).trim(), option.slice(equals + 1));
  }
  return { navigation: match[1], ...fromOptions(nested, aliases) };
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text.trim())) throw syntaxFault(`Invalid value '${text}' for ${name} query option found.`);
  return Number(text);
}

const UNSUPPORTED: Readonly<Record<string, string>> = {
  $skip: "Skip Clause is not supported in CRM",
  $search: "The query option '$search' is not supported.",
  $apply: "The query option '$apply' is not supported by this environment.",
  fetchXml: "The query option 'fetchXml' is not supported by this environment.",
};

const SUPPORTED = new Set(["$select", "$filter", "$orderby", "$expand", "$top", "$count", "$skiptoken", "$format"]);

function refuseUnsupported(options: Options): void {
  for (const name of options.keys()) {
    const reason = UNSUPPORTED[name];
    if (reason !== undefined) throw syntaxFault(reason);
    if (name.startsWith("$") && !SUPPORTED.has(name))
      throw syntaxFault(`The query parameter '${name}' is not supported.`);
  }
}

function fromOptions(options: Options, aliases: Aliases): QueryOptions {
  refuseUnsupported(options);
  const select = names(options.get("$select"));
  const filter = options.get("$filter");
  const top = wholeNumber("$top", options.get("$top"));
  const skipToken = options.get("$skiptoken");
  return {
    ...(select ? { select } : {}),
    ...(filter === undefined ? {} : { filter: parseFilter(filter, aliases) }),
    orderBy: orderTerms(options.get("$orderby")),
    expand: splitOutside(options.get("$expand") ?? "", ",").map((part) => expansion(part, aliases)),
    ...(top === undefined ? {} : { top }),
    count: options.get("$count")?.toLowerCase() === "true",
    ...(skipToken === undefined ? {} : { skipToken }),
    aliases,
  };
}

/**
 * Parses a raw query string (as sent, percent-encoded). Options without `$` such as `api-version` are passed over,
 * as the platform does.
 * @throws PlatformFault 400, 0x80060888.
 */
export function parseQuery(search: string): QueryOptions {
  const options = readOptions(search);
  const aliases = Object.fromEntries([...options].filter(([name]) => name.startsWith("@")));
  return fromOptions(options, aliases);
}
