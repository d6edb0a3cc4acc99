import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";

const STRINGS = join(__dirname, "../../SolutionHealth/strings");

interface Resx {
  readonly root: { readonly data: readonly { readonly name: string; readonly value: string }[] };
}

/** The texts of one language as the control ships them, and the keys in the order of the file. */
export function readResx(languageId: number): readonly (readonly [key: string, text: string])[] {
  const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "", parseTagValue: false });
  const xml = readFileSync(join(STRINGS, `SolutionHealth.${languageId}.resx`), "utf8");
  const { root } = parser.parse(xml) as Resx;
  return root.data.map(({ name, value }) => [name, value]);
}
