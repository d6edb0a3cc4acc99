import type { XmlElement } from "../../../../SolutionHealth/domain/xml/element";

/** Trimmed text of a child, or undefined where it is absent or empty: an empty name can be no file's name. */
export function filledText(element: XmlElement, child: string): string | undefined {
  const text = element.childText(child);
  return text === "" ? undefined : text;
}
