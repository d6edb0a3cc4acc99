import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { isLabelText, storedLabels, type LabelText } from "../../engine/labelTexts";
import { invalidParameter } from "../../odata/syntaxFault";
import type { Row } from "../../store/model";

/** Levels as packages and layers write them, by the member of `AttributeRequiredLevel` in lower case. */
export const REQUIRED_LEVELS: Readonly<Record<string, string>> = {
  none: "none",
  recommended: "recommended",
  applicationrequired: "required",
  systemrequired: "systemrequired",
};

const MEMBERS: Readonly<Record<string, string>> = {
  none: "None",
  recommended: "Recommended",
  required: "ApplicationRequired",
  systemrequired: "SystemRequired",
};

/** `RequiredLevel` of a definition; packages say `required` for ApplicationRequired. */
export const requiredLevel = (value: PropertyValue | undefined): string =>
  MEMBERS[typeof value === "string" ? value : "none"] ?? "None";

/** The labels of a definition: `{"LocalizedLabels":[{"Label":"…","LanguageCode":1033}]}`. @throws PlatformFault 400. */
export function labelTexts(name: string, value: PropertyValue): LabelText[] {
  const list = typeof value === "object" && value !== null && !Array.isArray(value) ? value.LocalizedLabels : undefined;
  if (!Array.isArray(list) || !list.every(isLabelText)) {
    throw invalidParameter(`Cannot convert the value of the property '${name}' to the expected type 'Label'.`);
  }
  return list.map(({ Label, LanguageCode }) => ({ Label, LanguageCode }));
}

/** Labels as a layer's property: over those that are there, sorted by language. */
export function labelsProperty(labels: readonly LabelText[], below?: PropertyValue): string {
  const byLanguage = new Map([...storedLabels(below), ...labels].map((label) => [label.LanguageCode, label.Label]));
  const sorted = [...byLanguage].sort(([left], [right]) => left - right);
  return JSON.stringify(sorted.map(([LanguageCode, Label]) => ({ Label, LanguageCode })));
}

/** Labels as a definition shows them; where there are none, the name in the base language. */
export function labelValue(labels: readonly LabelText[], name: string | undefined, language: number): Row {
  const texts = labels.length > 0 || name === undefined ? labels : [{ Label: name, LanguageCode: language }];
  const localized = texts.map(({ Label, LanguageCode }) => ({
    Label,
    LanguageCode,
    IsManaged: true,
    MetadataId: null,
    HasChanged: null,
  }));
  const own = localized.find(({ LanguageCode }) => LanguageCode === language) ?? localized[0] ?? null;
  return { LocalizedLabels: localized, UserLocalizedLabel: own };
}
