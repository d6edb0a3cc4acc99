import type { PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { Row } from "../store/model";

/** A text in one language, as layers hold it under keys such as `DisplayName - LocalizedLabel` (fact sheet §16). */
export interface LabelText {
  readonly Label: string;
  readonly LanguageCode: number;
}

export function isLabelText(value: PropertyValue): value is Row & LabelText {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return typeof value.Label === "string" && Number.isInteger(value.LanguageCode);
}

/** Labels out of a layer's property, which is a JSON text; none where it holds none. */
export function storedLabels(property: PropertyValue | undefined): LabelText[] {
  if (typeof property !== "string") return [];
  try {
    const list = JSON.parse(property) as PropertyValue;
    return Array.isArray(list) ? list.filter(isLabelText) : [];
  } catch {
    return [];
  }
}
