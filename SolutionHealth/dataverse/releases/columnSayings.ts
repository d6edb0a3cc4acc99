import type { Properties } from "../../domain/model/property";
import type { WireRow } from "../wire";
import {
  always,
  flag,
  inSmall,
  labels,
  managed,
  mayChange,
  number,
  numeral,
  oneOf,
  type Says,
  type Sayings,
  text,
  textOrNone,
  within,
} from "./definitionValues";
import { displayMask } from "./displayMask";

/** Columns that cannot be calculated have no source type: that is the 0 which packages write [?]. */
const sourceType: Says = (definition) => (definition.SourceType === null ? 0 : number("SourceType")(definition));

/**
 * What a package says of any column, in its definition: `AttributeMetadata` of the Web API reference, and the element
 * `attribute` of customizations.xml.
 */
const OF_ALL: Sayings = {
  entityid: text("EntityLogicalName"),
  name: text("LogicalName"),
  logicalname: text("LogicalName"),
  schemaname: text("SchemaName"),
  "DisplayName - LocalizedLabel": labels("DisplayName"),
  "Description - LocalizedLabel": labels("Description"),
  requiredlevel: oneOf(within("RequiredLevel", text("Value")), {
    None: "none",
    Recommended: "recommended",
    ApplicationRequired: "required",
    SystemRequired: "systemrequired",
  }),
  displaymask: displayMask,
  validforcreateapi: flag("IsValidForCreate"),
  validforreadapi: flag("IsValidForRead"),
  validforupdateapi: flag("IsValidForUpdate"),
  iscustomfield: flag("IsCustomAttribute"),
  islogical: flag("IsLogical"),
  issecured: flag("IsSecured"),
  issearchable: flag("IsSearchable"),
  isfilterable: flag("IsFilterable"),
  isretrievable: flag("IsRetrievable"),
  isdatasourcesecret: flag("IsDataSourceSecret"),
  isauditenabled: managed("IsAuditEnabled"),
  isglobalfilterenabled: managed("IsGlobalFilterEnabled"),
  issortableenabled: managed("IsSortableEnabled"),
  iscustomizable: managed("IsCustomizable"),
  isrenameable: managed("IsRenameable"),
  canmodifyadditionalsettings: managed("CanModifyAdditionalSettings"),
  canmodifysearchsettings: mayChange("IsValidForAdvancedFind", "canmodifysearchsettings"),
  canmodifyrequirementlevelsettings: mayChange("RequiredLevel", "canmodifyrequirementlevelsettings"),
  canmodifyglobalfiltersettings: mayChange("IsGlobalFilterEnabled", "canmodifyglobalfiltersettings"),
  canmodifyissortablesettings: mayChange("IsSortableEnabled", "canmodifyissortablesettings"),
  canmodifyauditsettings: mayChange("IsAuditEnabled", "canmodifyauditsettings"),
  introducedversion: text("IntroducedVersion"),
  sourcetype: sourceType,
  autonumberformat: textOrNone("AutoNumberFormat"),
  externalname: textOrNone("ExternalName"),
};

const imeMode: Sayings = { imemode: inSmall(text("ImeMode")) };
const range: Sayings = { minvalue: numeral("MinValue"), maxvalue: numeral("MaxValue") };
const precision: Sayings = { ...range, ...imeMode, accuracy: number("Precision") };
/** Kinds whose definitions have no input method and no translation of values. */
const PLAIN: Sayings = { imemode: always("auto"), islocalizable: always(false) };
/** One that points to several tables may be of another style. */
const oneTarget: Says = ({ Targets: targets }) =>
  !Array.isArray(targets) ? undefined : targets.length === 1 ? "single" : null;
/** Of lookups that people made, some have no input method. */
const lookupInput: Says = (definition) => (flag("IsCustomAttribute")(definition) === false ? "auto" : null);
const LOOKUP: Sayings = { ...PLAIN, imemode: lookupInput, lookupstyle: oneTarget, lookuptypes: always("") };
const UNTRANSLATED: Sayings = { islocalizable: always(false) };
/** Some long texts have no format: packages write an empty element then. */
const format: Says = (definition) =>
  definition.FormatName === null ? "" : inSmall(within("FormatName", text("Value")))(definition);
/** Of a choice its name; its options are told apart (`optionsSay`). */
const optionSet: Sayings = { ...PLAIN, optionsetname: within("OptionSet", text("Name")) };
const choice: Sayings = { ...optionSet, appdefaultvalue: numeral("DefaultFormValue") };
/**
 * Definitions of whole numbers have no input method, and packages write either. Only of those that the platform gives to
 * every table each has the same everywhere, and no format. A test holds that against the real packages.
 */
const PLATFORM_NUMBERS: ReadonlyMap<unknown, string> = new Map([
  ["importsequencenumber", "disabled"],
  ["timezoneruleversionnumber", "auto"],
  ["utcconversiontimezonecode", "auto"],
]);
const platformInput: Says = (definition) =>
  PLATFORM_NUMBERS.get(flag("IsCustomAttribute")(definition) === false && definition.LogicalName) ?? null;
const platformFormat: Says = (definition) =>
  platformInput(definition) !== null && definition.Format === "None" ? "" : null;
const yesOrNo: Says = (definition) => {
  const value = flag("DefaultValue")(definition);
  return value === undefined ? undefined : String(Number(value));
};

/** What a kind of column adds, by `AttributeTypeName`. Kinds that are missing here are left to their layers. */
const OF_KIND: ReadonlyMap<string, Sayings> = new Map<string, Sayings>([
  [
    "StringType",
    {
      type: always("nvarchar"),
      ...imeMode,
      format,
      maxlength: number("MaxLength"),
      length: number("DatabaseLength"),
      islocalizable: flag("IsLocalizable"),
    },
  ],
  [
    "MemoType",
    {
      type: always("ntext"),
      ...imeMode,
      format,
      maxlength: number("MaxLength"),
      islocalizable: flag("IsLocalizable"),
    },
  ],
  [
    "DateTimeType",
    {
      type: always("datetime"),
      ...UNTRANSLATED,
      ...imeMode,
      format: oneOf(text("Format"), { DateOnly: "date", DateAndTime: "datetime" }),
      behavior: oneOf(within("DateTimeBehavior", text("Value")), {
        UserLocal: "1",
        DateOnly: "2",
        TimeZoneIndependent: "3",
      }),
      canchangedatetimebehavior: managed("CanChangeDateTimeBehavior"),
    },
  ],
  ["IntegerType", { type: always("int"), ...UNTRANSLATED, ...range, imemode: platformInput, format: platformFormat }],
  ["DecimalType", { type: always("decimal"), ...UNTRANSLATED, ...precision }],
  ["DoubleType", { type: always("float"), ...UNTRANSLATED, ...precision }],
  [
    "MoneyType",
    {
      type: always("money"),
      ...UNTRANSLATED,
      ...precision,
      accuracysource: numeral("PrecisionSource"),
      calculationof: text("CalculationOf"),
    },
  ],
  ["BooleanType", { type: always("bit"), ...optionSet, appdefaultvalue: yesOrNo }],
  ["PicklistType", { type: always("picklist"), ...choice }],
  ["MultiSelectPicklistType", { type: always("multiselectpicklist"), ...choice }],
  ["StateType", { type: always("state"), ...optionSet }],
  ["StatusType", { type: always("status"), ...optionSet }],
  ["LookupType", { type: always("lookup"), ...LOOKUP }],
  ["CustomerType", { type: always("customer"), ...LOOKUP }],
  ["OwnerType", { type: always("owner"), ...PLAIN, lookupstyle: always("single") }],
  [
    "UniqueidentifierType",
    { ...PLAIN, type: (definition) => (definition.IsPrimaryId === true ? "primarykey" : "uniqueidentifier") },
  ],
]);

/** What can be told of this column; less where its kind is not told, or another one. */
export function columnSayings(definition: WireRow): Sayings {
  const kind = within("AttributeTypeName", text("Value"))(definition);
  return { ...OF_ALL, ...(typeof kind === "string" && OF_KIND.get(kind)) };
}

/** What packages call the kinds. */
const TYPES: ReadonlySet<string> = new Set([
  "nvarchar",
  "ntext",
  "datetime",
  "int",
  "decimal",
  "float",
  "money",
  "bit",
  "picklist",
  "multiselectpicklist",
  "state",
  "status",
  "lookup",
  "customer",
  "owner",
  "primarykey",
  "uniqueidentifier",
]);

const CHOICES: ReadonlySet<unknown> = new Set(["bit", "picklist", "multiselectpicklist", "state", "status"]);

/** Whether what a package says is of a choice, yes/no included. */
export const isChoice = ({ type }: Properties): boolean => CHOICES.has(type);

const KNOWN: ReadonlySet<string> = new Set([OF_ALL, ...OF_KIND.values()].flatMap((some) => Object.keys(some)));

/** Whether the definition of such a column may tell all that the package says. */
export const isColumnTold = (said: Properties): boolean =>
  typeof said.type === "string" && TYPES.has(said.type) && Object.keys(said).every((property) => KNOWN.has(property));
