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

/** Bits of `DisplayMask` that a definition tells, in the order in which packages write them. */
const MASK: readonly (readonly [name: string, says: Says])[] = [
  ["ValidForAdvancedFind", managed("IsValidForAdvancedFind")],
  ["ValidForForm", flag("IsValidForForm")],
  ["ValidForGrid", flag("IsValidForGrid")],
  ["RequiredForForm", flag("IsRequiredForForm")],
  // The id of a row has it, nothing else has.
  ["RequiredForGrid", flag("IsPrimaryId")],
];

/**
 * Bits that definitions do not tell are set for names of rows, and for numbers that the platform gives: there the mask is
 * left open. A test holds that against the real packages.
 */
function displayMask(definition: WireRow): string | null | undefined {
  const bits = MASK.map(([name, says]) => [name, says(definition)] as const);
  if (bits.some(([, bit]) => bit === undefined)) return undefined;
  if (flag("IsPrimaryName")(definition) !== false || textOrNone("AutoNumberFormat")(definition) !== "") return null;
  const set = bits.flatMap(([name, bit]) => (bit === true ? [name] : []));
  // Packages leave an empty mask out.
  return set.length === 0 ? undefined : set.join("|");
}

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
const format = inSmall(within("FormatName", text("Value")));
const choice: Sayings = { ...PLAIN, appdefaultvalue: numeral("DefaultFormValue") };
const yesOrNo: Says = (definition) => {
  const value = flag("DefaultValue")(definition);
  return value === undefined ? undefined : String(Number(value));
};

/**
 * What a kind of column adds, by `AttributeTypeName`. Kinds that are missing here are left to their layers: of whole numbers
 * packages write the input method in two ways, and definitions tell neither.
 */
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
  ["BooleanType", { type: always("bit"), ...PLAIN, appdefaultvalue: yesOrNo }],
  ["PicklistType", { type: always("picklist"), ...choice }],
  ["MultiSelectPicklistType", { type: always("multiselectpicklist"), ...choice }],
  ["StateType", { type: always("state"), ...PLAIN }],
  ["StatusType", { type: always("status"), ...PLAIN }],
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

const KNOWN: ReadonlySet<string> = new Set([OF_ALL, ...OF_KIND.values()].flatMap((some) => Object.keys(some)));

/** Whether the definition of such a column may tell all that the package says. */
export const isColumnTold = (said: Properties): boolean =>
  typeof said.type === "string" && TYPES.has(said.type) && Object.keys(said).every((property) => KNOWN.has(property));
