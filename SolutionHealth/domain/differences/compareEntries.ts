import type { Properties, PropertyValue } from "../model/property";
import type { EntryChange } from "./difference";

/** Names of privilege depths (fact sheet §4.4); the page puts them into words. */
export const PRIVILEGE_DEPTHS: Readonly<Record<string, string>> = {
  "1": "user",
  "2": "businessUnit",
  "4": "parentChildBusinessUnits",
  "8": "organization",
};

/** How the entries of one collection are shown. */
interface EntryKind {
  readonly kind: EntryChange["kind"];
  /** Member that people know an entry by. */
  readonly key: string;
  readonly members: Readonly<Record<string, string>>;
}

const KINDS: Readonly<Record<string, EntryKind>> = {
  RolePrivileges: { kind: "privilege", key: "privilegename", members: { privilegedepthmask: "depth" } },
  AttributePicklistValues: {
    kind: "option",
    key: "value",
    members: {
      displayorder: "order",
      "DisplayName - LocalizedLabel": "label",
      "Description - LocalizedLabel": "description",
    },
  },
  LocalizedLabels: { kind: "label", key: "objectcolumnname", members: {} },
};
const ANY: EntryKind = { kind: "entry", key: "", members: {} };

/** Entries of a child collection that differ. @param before @param after entries by their key, as `mergedChildren` gives */
export function compareEntries(
  collection: string,
  before: ReadonlyMap<string, Properties>,
  after: ReadonlyMap<string, Properties>,
): EntryChange[] {
  const kind = Object.prototype.hasOwnProperty.call(KINDS, collection) ? (KINDS[collection] ?? ANY) : ANY;
  const changes: EntryChange[] = [];
  for (const key of new Set([...before.keys(), ...after.keys()])) {
    const [from, to] = [before.get(key), after.get(key)];
    const head = headOf(kind, key, to ?? from ?? {});
    if (from === undefined || to === undefined) {
      const text = summary(kind, to ?? from ?? {});
      changes.push(to ? { ...head, change: "added", after: text } : { ...head, change: "removed", before: text });
    } else changes.push(...compareMembers(kind, head, from, to));
  }
  return changes;
}

type Head = Pick<EntryChange, "kind" | "key" | "language">;

function headOf({ kind, key }: EntryKind, id: string, entry: Properties): Head {
  const language = Number(entry.languageid);
  const known = key === "" ? undefined : entry[key];
  return {
    kind,
    key: known === undefined ? id : plain(known),
    ...(kind === "label" && Number.isFinite(language) && { language }),
  };
}

function compareMembers(
  { kind, members }: EntryKind,
  head: Head,
  before: Properties,
  after: Properties,
): EntryChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): EntryChange[] => {
    const [from, to] = [shown(kind, name, before[name]), shown(kind, name, after[name])];
    if (from === to) return [];
    const sides = { ...(from !== undefined && { before: from }), ...(to !== undefined && { after: to }) };
    return [{ ...head, change: "changed", member: members[name] ?? name, ...sides }];
  });
}

/** The one value that says most about an entry. */
function summary({ kind, key }: EntryKind, entry: Properties): string {
  if (kind === "privilege") return shown(kind, "privilegedepthmask", entry.privilegedepthmask) ?? "";
  if (kind === "label") return plain(entry.label ?? "");
  if (kind === "option") return labelText(entry["DisplayName - LocalizedLabel"] ?? entry[key] ?? "");
  return plain(entry);
}

function shown(kind: EntryKind["kind"], name: string, value: PropertyValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (kind === "privilege" && name === "privilegedepthmask") return PRIVILEGE_DEPTHS[plain(value)] ?? plain(value);
  return name.endsWith("LocalizedLabel") ? labelText(value) : plain(value);
}

/** Labels are JSON as text, of a form that no source shows [?]: where it is a list of labels, their words. */
function labelText(value: PropertyValue): string {
  const parsed = typeof value === "string" ? parse(value) : value;
  if (!Array.isArray(parsed)) return plain(value);
  const words = parsed.flatMap((label) => {
    if (typeof label !== "object" || label === null || Array.isArray(label)) return [];
    const text = label.Label ?? label.label ?? label.description;
    const language = label.LanguageCode ?? label.languagecode ?? label.languageid;
    return typeof text === "string" ? [language === undefined ? text : `${plain(language)}: ${text}`] : [];
  });
  return words.length === 0 ? plain(value) : words.join(", ");
}

function parse(text: string): PropertyValue | undefined {
  try {
    return JSON.parse(text) as PropertyValue;
  } catch {
    return undefined;
  }
}

const plain = (value: PropertyValue): string => (typeof value === "string" ? value : JSON.stringify(value));
