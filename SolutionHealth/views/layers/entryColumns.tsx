import * as React from "react";
import { PRIVILEGE_DEPTHS } from "../../domain/differences/compareEntries";
import type { PropertyValue } from "../../domain/model/property";
import type { DataColumn } from "../../ui/DataTable";
import { Code } from "../../ui/Text";
import type { Texts } from "../texts";
import type { CollectionEntry } from "./CollectionTab";
import { Value } from "./Value";
import { valueText } from "./valueText";

type Column = DataColumn<CollectionEntry>;

/** Members worth a column, by collection (fact sheet §4.4); of other collections all there are. */
const MEMBERS: Readonly<Record<string, readonly (readonly [member: string, word: string])[]>> = {
  LocalizedLabels: [
    ["objectcolumnname", "Entry_Of"],
    ["languageid", "Entry_Language"],
    ["label", "Entry_Label"],
  ],
  RolePrivileges: [
    ["privilegename", "Entry_Privilege"],
    ["privilegedepthmask", "Entry_Depth"],
  ],
  AttributePicklistValues: [
    ["value", "Entry_Value"],
    ["DisplayName - LocalizedLabel", "Entry_Label"],
    ["displayorder", "Entry_Order"],
    ["color", "Entry_Color"],
    ["externalvalue", "Entry_External"],
  ],
};

/** Depths of a privilege by the names the domain gives them. */
const DEPTHS: Readonly<Record<string, string>> = {
  user: "Depth_User",
  businessUnit: "Depth_BusinessUnit",
  parentChildBusinessUnits: "Depth_ParentChild",
  organization: "Depth_Organization",
};

export function entryColumns(collection: string, entries: readonly CollectionEntry[], texts: Texts): Column[] {
  const members = MEMBERS[collection] ?? membersOf(entries).map((name) => [name, undefined] as const);
  return members.map(([member, word], index) => ({
    key: member,
    name: word === undefined ? member : texts.t(word),
    rowHeader: index === 0,
    render: ({ values }) => memberCell(member, values[member], texts),
  }));
}

const membersOf = (entries: readonly CollectionEntry[]): string[] => [
  ...new Set(entries.flatMap(({ values }) => Object.keys(values))),
];

function memberCell(member: string, value: PropertyValue | undefined, texts: Texts): React.ReactNode {
  if (value === undefined || value === null || value === "") return "";
  if (member === "privilegedepthmask") return depthText(valueText(value), texts);
  if (member === "privilegename") return <Code>{valueText(value)}</Code>;
  if (member === "languageid") return languageText(valueText(value), texts);
  if (member.endsWith("LocalizedLabel")) return labelTexts(value, texts).join(", ");
  const text = valueText(value);
  return text.length > 120 ? <Value text={text} of={member} /> : text;
}

/** @param depth name of the depth, or its mask */
export function depthText(depth: string, { t }: Pick<Texts, "t">): string {
  const word = DEPTHS[PRIVILEGE_DEPTHS[depth] ?? depth];
  return word === undefined ? depth : t(word);
}

/** Languages by their LCID, for the ones the platform ships most; others by number. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ["1031", "de"],
  ["1033", "en"],
  ["1036", "fr"],
  ["1034", "es"],
  ["3082", "es"],
  ["1040", "it"],
  ["1043", "nl"],
  ["1041", "ja"],
  ["1045", "pl"],
  ["1046", "pt-BR"],
  ["2052", "zh-Hans"],
  ["1030", "da"],
  ["1053", "sv"],
  ["1025", "ar"],
  ["1037", "he"],
]);

export function languageText(languageId: string, { t }: Pick<Texts, "t">): string {
  const tag = LANGUAGES.get(languageId);
  const names = new Intl.DisplayNames([t("Language_Tag")], { type: "language", fallback: "none" });
  const name = tag === undefined ? undefined : names.of(tag);
  return name === undefined ? languageId : t("Entry_LanguageNamed", name, languageId);
}

/** Texts of a label by language; it is JSON inside the text, in one of several forms [?] (fact sheet §4.4). */
export function labelTexts(value: PropertyValue, texts: Texts): string[] {
  const parsed = typeof value === "string" ? parse(value) : value;
  if (typeof parsed !== "object" || parsed === null) return [valueText(parsed)];
  const list = Array.isArray(parsed) ? parsed : (parsed.LocalizedLabels ?? [parsed]);
  if (!Array.isArray(list)) return [valueText(parsed)];
  return list.map((label) => {
    if (typeof label !== "object" || label === null || Array.isArray(label)) return valueText(label);
    const text = label.Label ?? label.label;
    const language = label.LanguageCode ?? label.languageid;
    if (text === undefined) return valueText(label);
    return language === undefined
      ? valueText(text)
      : texts.t("Entry_LabelIn", valueText(text), languageText(valueText(language), texts));
  });
}

function parse(text: string): PropertyValue {
  try {
    return JSON.parse(text) as PropertyValue;
  } catch {
    return text;
  }
}
