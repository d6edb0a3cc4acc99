import type { PropertyValue } from "../../../SolutionHealth/domain/model/property";
import { plainText } from "../../odata/plainText";
import type { Row } from "../../store/model";
import { columns, type Column, type ColumnType } from "../../odata/column";
import { COLUMN_KINDS } from "./columnKinds";
import { requiredLevel } from "./metadataLabels";

const ON: ReadonlySet<PropertyValue> = new Set<PropertyValue>([true, 1, "1", "true", "True"]);

/**
 * A yes or no as a layer says it. What no layer says is null: the platform would show its default, but the engine's layers
 * have none either, and nobody shall take the one for the other.
 */
const flag = (value: PropertyValue | undefined): boolean | null =>
  value === undefined || value === null ? null : ON.has(value);

const textOf = (value: PropertyValue | undefined): string | null =>
  value === undefined || value === null || value === "" ? null : plainText(value);

function numberOf(value: PropertyValue | undefined): number | null {
  const text = textOf(value);
  return text === null || !Number.isFinite(Number(text)) ? null : Number(text);
}

/** Members of enumerations begin with a capital; packages write them small. */
const capital = (value: PropertyValue | undefined): string | null => {
  const text = textOf(value);
  return text === null ? null : text.charAt(0).toUpperCase() + text.slice(1);
};

/**
 * A managed property. Whether it may be changed is a column of its own in packages, and is denied where the whole column
 * may not be customized.
 */
function managed(properties: Row, value: PropertyValue, by: string): Row {
  const mayChange = flag(properties.iscustomizable) === false ? false : flag(properties[by]);
  return { Value: value, CanBeChanged: mayChange, ManagedPropertyLogicalName: by };
}

const managedFlag = (properties: Row, property: string, by = property): Row =>
  managed(properties, flag(properties[property]), by);

/** What definitions of every kind of column have: `AttributeMetadata` of the Web API reference. */
function ofEvery(properties: Row, kind: string): Row {
  const { displaymask: mask } = properties;
  const has = (bit: string): boolean | null => (typeof mask === "string" ? mask.split("|").includes(bit) : null);
  return {
    RequiredLevel: managed(properties, requiredLevel(properties.requiredlevel), "canmodifyrequirementlevelsettings"),
    IsPrimaryId: kind === "primarykey",
    IsPrimaryName: has("PrimaryName"),
    IsValidForAdvancedFind: managed(properties, has("ValidForAdvancedFind"), "canmodifysearchsettings"),
    IsValidForForm: has("ValidForForm"),
    IsValidForGrid: has("ValidForGrid"),
    IsRequiredForForm: has("RequiredForForm"),
    IsValidForCreate: flag(properties.validforcreateapi),
    IsValidForRead: flag(properties.validforreadapi),
    IsValidForUpdate: flag(properties.validforupdateapi),
    IsCustomAttribute: flag(properties.iscustomfield),
    IsLogical: flag(properties.islogical),
    IsSecured: flag(properties.issecured),
    IsSearchable: flag(properties.issearchable),
    IsFilterable: flag(properties.isfilterable),
    IsRetrievable: flag(properties.isretrievable),
    IsDataSourceSecret: flag(properties.isdatasourcesecret),
    IsAuditEnabled: managedFlag(properties, "isauditenabled", "canmodifyauditsettings"),
    IsGlobalFilterEnabled: managedFlag(properties, "isglobalfilterenabled", "canmodifyglobalfiltersettings"),
    IsSortableEnabled: managedFlag(properties, "issortableenabled", "canmodifyissortablesettings"),
    IsCustomizable: managedFlag(properties, "iscustomizable"),
    IsRenameable: managedFlag(properties, "isrenameable"),
    CanModifyAdditionalSettings: managedFlag(properties, "canmodifyadditionalsettings"),
    IntroducedVersion: textOf(properties.introducedversion),
    SourceType: CALCULABLE.has(kind) ? numberOf(properties.sourcetype) : null,
    AutoNumberFormat: properties.autonumberformat === "" ? "" : textOf(properties.autonumberformat),
    ExternalName: textOf(properties.externalname),
  };
}

/** Kinds that may be calculated; definitions of others have no source. */
const CALCULABLE: ReadonlySet<string> = new Set([
  "bit",
  "datetime",
  "decimal",
  "float",
  "int",
  "money",
  "multiselectpicklist",
  "ntext",
  "nvarchar",
  "picklist",
]);

const range = (properties: Row): Row => ({
  MinValue: numberOf(properties.minvalue),
  MaxValue: numberOf(properties.maxvalue),
});

const exact = (properties: Row): Row => ({
  ...range(properties),
  Precision: numberOf(properties.accuracy),
  ImeMode: capital(properties.imemode),
});

const written = (properties: Row): Row => ({
  MaxLength: numberOf(properties.maxlength),
  ImeMode: capital(properties.imemode),
  IsLocalizable: flag(properties.islocalizable),
});

/** Names of text formats have capitals inside. */
const FORMATS: Readonly<Record<string, string>> = {
  textarea: "TextArea",
  tickersymbol: "TickerSymbol",
  phoneticguide: "PhoneticGuide",
  versionnumber: "VersionNumber",
  richtext: "RichText",
};

function formatName(properties: Row): Row {
  const name = FORMATS[plainText(properties.format ?? "")] ?? capital(properties.format);
  return { FormatName: name === null ? null : { Value: name } };
}

const DATES: Readonly<Record<string, string>> = { date: "DateOnly", datetime: "DateAndTime" };
const BEHAVIORS = ["UserLocal", "DateOnly", "TimeZoneIndependent"];

/** What definitions of one kind have besides: the derived types of the Web API reference. */
const OF_KIND: Readonly<Record<string, (properties: Row) => Row>> = {
  nvarchar: (properties) => ({
    ...written(properties),
    ...formatName(properties),
    DatabaseLength: numberOf(properties.length),
  }),
  ntext: (properties) => ({ ...written(properties), ...formatName(properties) }),
  datetime: (properties) => ({
    Format: DATES[plainText(properties.format ?? "")] ?? null,
    ImeMode: capital(properties.imemode),
    DateTimeBehavior: { Value: BEHAVIORS[(numberOf(properties.behavior) ?? 0) - 1] ?? null },
    CanChangeDateTimeBehavior: managedFlag(properties, "canchangedatetimebehavior"),
  }),
  int: (properties) => ({
    ...range(properties),
    Format: { timezone: "TimeZone" }[plainText(properties.format ?? "")] ?? capital(properties.format) ?? "None",
  }),
  bigint: range,
  decimal: exact,
  float: exact,
  money: (properties) => ({
    ...exact(properties),
    PrecisionSource: numberOf(properties.accuracysource),
    CalculationOf: textOf(properties.calculationof),
  }),
  bit: (properties) => ({ DefaultValue: flag(properties.appdefaultvalue) }),
  picklist: (properties) => ({ DefaultFormValue: numberOf(properties.appdefaultvalue) }),
  multiselectpicklist: (properties) => ({ DefaultFormValue: numberOf(properties.appdefaultvalue) }),
  image: (properties) => ({ IsPrimaryImage: plainText(properties.displaymask ?? "").includes("PrimaryImage") }),
};

/**
 * The definition of a column by its effective properties.
 * @param targets tables that it points to
 */
export function columnDefinition(properties: Row, targets: readonly string[]): Row {
  const kind = plainText(properties.type ?? "nvarchar").toLowerCase();
  const [code, name] = COLUMN_KINDS[kind] ?? ["Virtual", "VirtualType"];
  const given = properties.attributetype;
  const isOther = typeof given === "string" && given !== "";
  return {
    "@odata.type": `#Microsoft.Dynamics.CRM.${(isOther ? `${given}Type` : name).replace(/Type$/, "AttributeMetadata")}`,
    AttributeType: isOther ? given : code,
    AttributeTypeName: { Value: isOther ? `${given}Type` : name },
    ...ofEvery(properties, kind),
    ...OF_KIND[kind]?.(properties),
    ...(LOOKUPS.has(kind) && { Targets: [...targets] }),
  };
}

const LOOKUPS: ReadonlySet<string> = new Set(["customer", "lookup", "owner", "partylist"]);

function typeOf(value: PropertyValue): ColumnType {
  if (value === null) return "boolean";
  return typeof value === "object" ? "json" : "string";
}

/** Columns of the definitions: what every kind has, and what comes where a kind has it. */
export const DEFINITION_COLUMNS: readonly Column[] = [
  ...columns("string", "AttributeType"),
  ...columns("json", "AttributeTypeName"),
  ...Object.entries(ofEvery({}, "")).map(([name, value]): Column => ({ name, type: typeOf(value) })),
  ...[...new Set(["@odata.type", "Targets", ...Object.values(OF_KIND).flatMap((make) => Object.keys(make({})))])].map(
    (name): Column => ({ name, type: "json", derived: true }),
  ),
];
