import { filledText } from "./filledText";
import { itemFiles } from "./itemFiles";
import type { ComponentKind } from "./kind";

const SECTION = "EnvironmentVariables";
const VALUES = "environment_variable_values.json";
const VALUES_FILE = `${SECTION}/${VALUES}`;

const definitions = itemFiles({
  section: SECTION,
  item: "Definition",
  folder: SECTION,
  ending: ".xml",
  nameOf: (item) => filledText(item, "SchemaName"),
});

/** Environment variables as exported until 2020: definitions in customizations.xml, all values in one entry. */
export const legacyVariables: ComponentKind = {
  ...definitions,
  isIn: (files) => definitions.isIn(files) || files.has(VALUES_FILE),
  pack(section, context) {
    definitions.pack(section, context);
    if (context.files.has(VALUES_FILE)) context.addEntry(VALUES, context.files.take(VALUES_FILE, SECTION));
  },
  unpack(section, context) {
    definitions.unpack(section, context);
    if (context.hasEntry(VALUES)) context.writeFile(VALUES_FILE, context.takeEntry(VALUES, SECTION));
  },
};
