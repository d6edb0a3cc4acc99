import type { PropertyValue } from "../model/property";

/** A value made of members, a line each, as an option is: so it can be read where there is nothing to compare it with. */
export function readableText(value: PropertyValue): string {
  if (typeof value !== "object" || value === null) return String(value);
  if (Array.isArray(value)) return value.map((one) => (isLabel(one) ? labelText(one) : JSON.stringify(one))).join("\n");
  return Object.entries(value)
    .map(([name, member]) => `${name}: ${memberText(member)}`)
    .join("\n");
}

/** Layers write the labels of a child as JSON in a text (fact sheet §4.4). */
function memberText(member: PropertyValue | undefined): string {
  const labels = typeof member === "string" ? labelsIn(member) : undefined;
  if (labels) return labels.map(labelText).join(" · ");
  return typeof member === "object" && member !== null ? JSON.stringify(member) : String(member ?? "");
}

interface Label {
  readonly Label: string;
  readonly LanguageCode: number;
}

const labelText = ({ Label: text, LanguageCode: language }: Label): string => `${String(language)} ${text}`.trimEnd();

function labelsIn(text: string): readonly Label[] | undefined {
  if (!text.startsWith("[{")) return undefined;
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) && found.every(isLabel) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isLabel(one: unknown): one is Label {
  if (typeof one !== "object" || one === null) return false;
  const { Label: text, LanguageCode: language } = one as Partial<Label>;
  return typeof text === "string" && typeof language === "number";
}
