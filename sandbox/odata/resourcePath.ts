import type { Aliases } from "./filterParser";
import { splitOutside } from "./split";
import { syntaxFault } from "./syntaxFault";

/** One segment of a resource path: `solutions(id)`, `EntityDefinitions(LogicalName='x')`, `$count`, … */
export interface PathSegment {
  readonly name: string;
  /** Text between the brackets; undefined without brackets. */
  readonly arguments?: string;
}

/** Named or single arguments of a segment. The single one stands under the empty name. Values as written. */
type SegmentArguments = ReadonlyMap<string, string>;

/** Splits a decoded resource path at slashes outside quotes and brackets. */
export function parsePath(path: string): PathSegment[] {
  return splitOutside(path, "/").map((segment) => {
    const match = /^([^()]+)(?:\((.*)\))?$/s.exec(segment);
    if (!match?.[1]) throw syntaxFault(`Bad Request - Error in query syntax: '${segment}'.`);
    return match[2] === undefined ? { name: match[1] } : { name: match[1], arguments: match[2].trim() };
  });
}

/** Reads `a='x',b=1` or a lone key; aliases (`p=@p1`) are replaced by what the query gives them. */
export function segmentArguments(segment: PathSegment, aliases: Aliases = {}): SegmentArguments {
  const found = new Map<string, string>();
  for (const part of splitOutside(segment.arguments ?? "", ",")) {
    const match = /^([A-Za-z_]\w*)\s*=\s*(.*)$/s.exec(part);
    const value = (match?.[2] ?? part).trim();
    const resolved = value.startsWith("@") ? aliases[value] : value;
    if (resolved === undefined) throw syntaxFault(`The parameter alias '${value}' has no value.`);
    found.set(match?.[1] ?? "", resolved);
  }
  return found;
}
