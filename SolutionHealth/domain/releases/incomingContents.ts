import { crc32 } from "../crc32";
import { decodeBase64 } from "../decodeBase64";
import type { LayerStack } from "../layers/componentLayer";
import type { PropertyValue } from "../model/property";
import type { IncomingComponent, IncomingContent } from "./incomingPackage";

/** Columns that hold a whole file: whether layers have them at all is not settled (fact sheet §4.4 against §16). */
const FILE_COLUMNS: ReadonlySet<string> = new Set(["content", "body", "document"]);

interface Mark {
  readonly size: number;
  readonly crc32: number;
}

/** Size and checksum of installed contents, each taken once. */
const marks = new WeakMap<LayerStack, Map<string, Mark | undefined>>();

/** A large content as a value that people and programs can read: what it is, not all of it. */
export const contentValue = ({ path, size, crc32: checksum }: IncomingContent): PropertyValue => ({
  path,
  size,
  crc32: checksum,
});

/** The component's own contents that were left in the package, by column. */
export const deferredColumns = ({ deferred = [] }: IncomingComponent): ReadonlyMap<string, IncomingContent> =>
  new Map(deferred.filter(({ child }) => child === undefined).map((content) => [content.column, content]));

/** Whether the installed value is the file that the package holds, by size and checksum. */
export function isSameContent(
  installed: PropertyValue | undefined,
  content: IncomingContent,
  stack: LayerStack,
): boolean {
  if (typeof installed !== "string") return false;
  const known = marks.get(stack) ?? new Map<string, Mark | undefined>();
  marks.set(stack, known);
  const key = `${content.child ?? ""} ${content.column}`;
  if (!known.has(key)) known.set(key, markOf(installed));
  const mark = known.get(key);
  return mark?.size === content.size && mark.crc32 === content.crc32;
}

function markOf(text: string): Mark | undefined {
  const bytes = decodeBase64(text);
  return bytes && { size: bytes.length, crc32: crc32(bytes) };
}

/** A file's column that no layer has: its content cannot be compared. */
export const isContentUnread = (property: string, { layers }: LayerStack): boolean =>
  FILE_COLUMNS.has(property) &&
  layers.every(
    ({ changes, properties }) =>
      !(changes.status === "read" && property in changes.value) &&
      !(properties.status === "read" && property in properties.value),
  );
