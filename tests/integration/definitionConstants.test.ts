import { columnSayings } from "../../SolutionHealth/dataverse/releases/columnSayings";
import type { PackageComponent } from "../../SolutionHealth/package/model";
import { corpusEntries, corpusPackage, hasCorpus } from "./corpusChains";

/** Definitions of the kinds that stand for more than they tell: what is said of these is the same in every package. */
const KINDS: Readonly<Record<string, string>> = {
  bit: "BooleanType",
  customer: "CustomerType",
  datetime: "DateTimeType",
  decimal: "DecimalType",
  lookup: "LookupType",
  money: "MoneyType",
  multiselectpicklist: "MultiSelectPicklistType",
  owner: "OwnerType",
  picklist: "PicklistType",
  primarykey: "UniqueidentifierType",
  state: "StateType",
  status: "StatusType",
  uniqueidentifier: "UniqueidentifierType",
};

/** Told of a definition that holds nothing but its kind. */
function constantsOf(type: string, custom: unknown): ReturnType<typeof Object.entries<string | boolean>> {
  const definition = { AttributeTypeName: { Value: KINDS[type] }, IsCustomAttribute: custom };
  return Object.entries(columnSayings(definition)).flatMap(([name, says]) => {
    const told = name === "type" || name === "iscustomfield" ? undefined : says(definition);
    return typeof told === "string" || typeof told === "boolean" ? [[name, told]] : [];
  });
}

/** A column that says otherwise, or not at all although others of its kind do. */
function contradictions({ key, properties }: PackageComponent): string[] {
  const { type, iscustomfield } = properties;
  if (typeof type !== "string" || !(type in KINDS)) return [];
  return constantsOf(type, iscustomfield).flatMap(([name, told]) => {
    const isOptional = name === "islocalizable" || name === "lookuptypes";
    const said = properties[name];
    return said === told || (isOptional && said === undefined) ? [] : [`${key} ${name} ${JSON.stringify(said)}`];
  });
}

/** Whole numbers that the platform gives to every table: input method and format of each. */
const PLATFORM_NUMBERS: ReadonlySet<unknown> = new Set([
  "importsequencenumber",
  "timezoneruleversionnumber",
  "utcconversiontimezonecode",
]);

function oddNumber({ key, properties }: PackageComponent): string[] {
  const { type, iscustomfield, logicalname, imemode, format } = properties;
  if (type !== "int" || iscustomfield !== false || !PLATFORM_NUMBERS.has(logicalname)) return [];
  const definition = { AttributeTypeName: { Value: "IntegerType" }, IsCustomAttribute: false, Format: "None" };
  const told = { ...definition, LogicalName: logicalname };
  const { imemode: input, format: kind } = columnSayings(told);
  return input?.(told) === imemode && kind?.(told) === format ? [] : [`${key} ${JSON.stringify([imemode, format])}`];
}

/**
 * Bits that no member of a definition tells follow from others: those of ids and numbers from the column, that of names from
 * the table. Of names that the platform brought, anything may be.
 */
function hasOddMask({ properties }: PackageComponent, table: PackageComponent | undefined): boolean {
  const { displaymask: mask, type, autonumberformat: numbers = "", iscustomfield } = properties;
  if (typeof mask !== "string") return false;
  const has = (bit: string): boolean => mask.split("|").includes(bit);
  const isName = has("PrimaryName");
  if (isName && iscustomfield !== true) return false;
  if (has("RequiredForGrid") !== (type === "primarykey") || has("ActivityRegardingName")) return true;
  if (has("ReadOnlyInUI") !== (numbers !== "")) return true;
  // What the package does not describe of the table is not known.
  const isRegarded = table
    ? isName && table.properties.hasrelatedactivities === true
    : has("ActivityPointerRegardingName");
  return has("ActivityPointerRegardingName") !== isRegarded || (has("ActivityPointerRegardingName") && !isName);
}

const labelsIn = (text: unknown): string[] =>
  typeof text === "string"
    ? [...text.matchAll(/description="([^"]+)" languagecode="(\d+)"/g)].map(
        ([, label = "", code = ""]) => `${code} ${label}`,
      )
    : [];

const escaped = (text: string): string =>
  text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\n/g, "&#xA;");

interface Label {
  readonly Label: string;
  readonly LanguageCode: number;
}

/** The description of a relationship that is not that of its lookup. */
function ownDescription(relationship: PackageComponent, columns: ReadonlyMap<string, PackageComponent>): string[] {
  const { relationshipdescription: xml, referencingattributename: name } = relationship.properties;
  if (typeof name !== "string" || xml === undefined) return [];
  const column = columns.get(`${relationship.table ?? ""}.${name.toLowerCase()}`);
  const labels = column?.properties["Description - LocalizedLabel"];
  if (typeof labels !== "string") return [];
  const [own, of] = [
    labelsIn(xml),
    (JSON.parse(labels) as Label[]).flatMap(({ Label, LanguageCode }) =>
      Label === "" ? [] : [`${LanguageCode} ${escaped(Label)}`],
    ),
  ];
  return own.sort().join("|") === of.sort().join("|") ? [] : [`${relationship.key}: ${own.join()} | ${of.join()}`];
}

(hasCorpus ? describe : describe.skip)("what definitions are taken to say without telling it", () => {
  it("is so in every real package", () => {
    const told: string[] = [];
    let [columnCount, relationshipCount] = [0, 0];
    for (const entry of corpusEntries()) {
      const components = corpusPackage(entry).components.filter(({ shell }) => !shell);
      const columns = new Map(components.flatMap((one) => (one.type === 2 ? [[one.key, one] as const] : [])));
      const tables = new Map(components.flatMap((one) => (one.type === 1 ? [[one.key, one] as const] : [])));
      for (const column of columns.values()) {
        columnCount += 1;
        const isOdd = hasOddMask(column, tables.get(column.table ?? ""));
        told.push(...contradictions(column), ...oddNumber(column), ...(isOdd ? [`${column.key} mask`] : []));
      }
      const relationships = components.filter(({ type }) => type === 10);
      relationshipCount += relationships.length;
      told.push(...relationships.flatMap((one) => ownDescription(one, columns)));
    }
    expect(told.slice(0, 20)).toEqual([]);
    expect(columnCount).toBeGreaterThan(5_000);
    expect(relationshipCount).toBeGreaterThan(1_000);
  }, 120_000);
});
