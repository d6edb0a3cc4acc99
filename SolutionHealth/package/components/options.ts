import type { Properties } from "../../domain/model/property";
import { labelIn, labelsValue, readLabels } from "../labels";
import type { XmlElement } from "../../domain/xml/element";
import { attributeProperties } from "./properties";

/** Options are merged between layers, so they travel as children, one bag each (fact sheet §4.4). */
export function optionChildren(
  optionSet: XmlElement,
  languageCode: number | undefined,
): { readonly AttributePicklistValues: readonly Properties[] } {
  const options = [
    ...listed(optionSet, "options", "option"),
    ...listed(optionSet, "states", "state"),
    ...listed(optionSet, "statuses", "status"),
  ];
  return { AttributePicklistValues: options.map((option, index) => optionProperties(option, index, languageCode)) };
}

function listed(optionSet: XmlElement, list: string, item: string): readonly XmlElement[] {
  return optionSet.child(list)?.childrenNamed(item) ?? [];
}

function optionProperties(option: XmlElement, index: number, languageCode: number | undefined): Properties {
  const labels = readLabels(option.child("labels"));
  return {
    ...attributeProperties(option),
    displayorder: index + 1,
    label: labelIn(labels, languageCode) ?? "",
    "DisplayName - LocalizedLabel": labelsValue(labels),
    "Description - LocalizedLabel": labelsValue(
      readLabels(option.child("Descriptions") ?? option.child("descriptions")),
    ),
  };
}
