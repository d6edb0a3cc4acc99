import type { Label } from "./model";
import type { XmlElement } from "../domain/xml/element";

/** Reads `<LocalizedName description=… languagecode=… />` and its kin (Description, displayname, label). */
export function readLabels(list: XmlElement | undefined): Label[] {
  if (list === undefined) return [];
  return list.children.flatMap((item) => {
    const text = item.attribute("description");
    const languageCode = Number(item.attribute("languagecode"));
    return text === undefined || !Number.isInteger(languageCode) ? [] : [{ languageCode, text }];
  });
}

/** The label in this language, else the first. */
export function labelIn(labels: readonly Label[], languageCode: number | undefined): string | undefined {
  return (labels.find((label) => label.languageCode === languageCode) ?? labels[0])?.text;
}

/**
 * Labels as the layer table reports them: a JSON text under a key such as `LocalizedName - LocalizedLabel` (fact
 * sheet §4.4, §16). The shape inside the text is not public, so it is kept plain and sorted by language.
 */
export function labelsValue(labels: readonly Label[]): string {
  const sorted = [...labels].sort((a, b) => a.languageCode - b.languageCode);
  return JSON.stringify(sorted.map((label) => ({ Label: label.text, LanguageCode: label.languageCode })));
}
