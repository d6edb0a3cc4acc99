import { columnSayings, isColumnTold } from "../../../SolutionHealth/dataverse/releases/columnSayings";
import type { Sayings } from "../../../SolutionHealth/dataverse/releases/definitionValues";
import { TABLE } from "../../../SolutionHealth/dataverse/releases/displayMask";
import { isKeyTold, KEY_SAYINGS } from "../../../SolutionHealth/dataverse/releases/keySayings";
import { isOptionSetTold, OPTION_SET_SAYINGS } from "../../../SolutionHealth/dataverse/releases/optionSetSayings";
import {
  isRelationshipTold,
  relationshipSayings,
} from "../../../SolutionHealth/dataverse/releases/relationshipSayings";
import { definitionSays } from "../../../SolutionHealth/dataverse/releases/saidOfDefinition";
import type { WireRow } from "../../../SolutionHealth/dataverse/wire";
import type { Properties, PropertyValue } from "../../../SolutionHealth/domain/model/property";

const managed = (Value: unknown, by: string, CanBeChanged = true) => ({
  Value,
  CanBeChanged,
  ManagedPropertyLogicalName: by,
});
const label = (...texts: readonly (readonly [string, number])[]) => ({
  LocalizedLabels: texts.map(([Label, LanguageCode]) => ({ Label, LanguageCode, IsManaged: true, HasChanged: null })),
  UserLocalizedLabel: null,
});
const said = (...texts: readonly (readonly [string, number])[]): string =>
  JSON.stringify(texts.map(([Label, LanguageCode]) => ({ Label, LanguageCode })));

/** As the Web API reference describes a definition. */
const COLUMN: WireRow = {
  EntityLogicalName: "con_t",
  LogicalName: "con_c",
  SchemaName: "con_C",
  DisplayName: label(["Spalte", 1031], ["Column", 1033]),
  Description: label(),
  RequiredLevel: managed("ApplicationRequired", "canmodifyrequirementlevelsettings"),
  IsPrimaryId: false,
  IsPrimaryName: false,
  IsValidForAdvancedFind: managed(true, "canmodifysearchsettings"),
  IsValidForForm: true,
  IsValidForGrid: true,
  IsRequiredForForm: false,
  IsValidForCreate: true,
  IsValidForRead: true,
  IsValidForUpdate: false,
  IsCustomAttribute: true,
  IsLogical: false,
  IsSecured: false,
  IsSearchable: true,
  IsFilterable: false,
  IsRetrievable: true,
  IsDataSourceSecret: false,
  IsAuditEnabled: managed(true, "canmodifyauditsettings"),
  IsGlobalFilterEnabled: managed(false, "canmodifyglobalfiltersettings"),
  IsSortableEnabled: managed(false, "canmodifyissortablesettings"),
  IsCustomizable: managed(true, "iscustomizable"),
  IsRenameable: managed(true, "isrenameable"),
  CanModifyAdditionalSettings: managed(true, "canmodifyadditionalsettings"),
  IntroducedVersion: "1.0.0.0",
  SourceType: 0,
  AutoNumberFormat: "",
  ExternalName: null,
};

/** The same as customizations.xml has it. */
const SAID: Properties = {
  entityid: "con_t",
  name: "con_c",
  logicalname: "con_c",
  schemaname: "con_C",
  "DisplayName - LocalizedLabel": said(["Spalte", 1031], ["Column", 1033]),
  "Description - LocalizedLabel": said(["", 1033]),
  requiredlevel: "required",
  displaymask: "ValidForAdvancedFind|ValidForForm|ValidForGrid",
  validforcreateapi: true,
  validforreadapi: true,
  validforupdateapi: false,
  iscustomfield: true,
  islogical: false,
  issecured: false,
  issearchable: true,
  isfilterable: false,
  isretrievable: true,
  isdatasourcesecret: false,
  isauditenabled: true,
  isglobalfilterenabled: false,
  issortableenabled: false,
  iscustomizable: true,
  isrenameable: true,
  canmodifyadditionalsettings: true,
  canmodifysearchsettings: true,
  canmodifyrequirementlevelsettings: true,
  canmodifyglobalfiltersettings: true,
  canmodifyissortablesettings: true,
  canmodifyauditsettings: true,
  introducedversion: "1.0.0.0",
  sourcetype: 0,
  autonumberformat: "",
  externalname: "",
};

interface Kind {
  readonly type: string;
  readonly definition: WireRow;
  readonly said: Properties;
}

const kind = (type: string, name: string, definition: WireRow, own: Properties): Kind => ({
  type,
  definition: { ...COLUMN, AttributeTypeName: { Value: name }, ...definition },
  said: { ...SAID, type, ...own },
});

const number = { ImeMode: "Disabled", MinValue: -100, MaxValue: 1e-10, Precision: 2 };
const numberSaid = { imemode: "disabled", minvalue: "-100", maxvalue: "1e-10", accuracy: 2, islocalizable: false };
const plain = { imemode: "auto", islocalizable: false };

const OptionSet = { OptionSet: { Name: "con_t_con_c", IsGlobal: false } };
const choice = { ...plain, optionsetname: "con_t_con_c" };
const platformNumber = { LogicalName: "importsequencenumber" };
const platformNumberSaid = {
  name: "importsequencenumber",
  logicalname: "importsequencenumber",
  imemode: "disabled",
  islocalizable: false,
};

const KINDS: readonly Kind[] = [
  kind(
    "nvarchar",
    "StringType",
    { ImeMode: "Auto", FormatName: { Value: "TextArea" }, MaxLength: 100, DatabaseLength: 200, IsLocalizable: false },
    { imemode: "auto", format: "textarea", maxlength: 100, length: 200, islocalizable: false },
  ),
  kind(
    "ntext",
    "MemoType",
    { ImeMode: "Auto", FormatName: { Value: "Text" }, MaxLength: 2000, IsLocalizable: false },
    { imemode: "auto", format: "text", maxlength: 2000, islocalizable: false },
  ),
  kind(
    "datetime",
    "DateTimeType",
    {
      ImeMode: "Inactive",
      Format: "DateOnly",
      DateTimeBehavior: { Value: "TimeZoneIndependent" },
      CanChangeDateTimeBehavior: managed(false, "canchangedatetimebehavior"),
    },
    { imemode: "inactive", format: "date", behavior: "3", canchangedatetimebehavior: false, islocalizable: false },
  ),
  kind("decimal", "DecimalType", number, numberSaid),
  kind("float", "DoubleType", number, numberSaid),
  kind(
    "money",
    "MoneyType",
    { ...number, PrecisionSource: 2, CalculationOf: "con_Sum" },
    { ...numberSaid, accuracysource: "2", calculationof: "con_Sum" },
  ),
  kind(
    "int",
    "IntegerType",
    { ...platformNumber, IsCustomAttribute: false, Format: "None", MinValue: -1, MaxValue: 2147483647 },
    { ...platformNumberSaid, iscustomfield: false, format: "", minvalue: "-1", maxvalue: "2147483647" },
  ),
  kind("bit", "BooleanType", { ...OptionSet, DefaultValue: true }, { ...choice, appdefaultvalue: "1" }),
  kind("picklist", "PicklistType", { ...OptionSet, DefaultFormValue: -1 }, { ...choice, appdefaultvalue: "-1" }),
  kind(
    "multiselectpicklist",
    "MultiSelectPicklistType",
    { ...OptionSet, DefaultFormValue: 3 },
    { ...choice, appdefaultvalue: "3" },
  ),
  kind("state", "StateType", OptionSet, choice),
  kind("status", "StatusType", OptionSet, choice),
  kind(
    "lookup",
    "LookupType",
    { Targets: ["account"], IsCustomAttribute: false },
    { ...plain, iscustomfield: false, lookupstyle: "single", lookuptypes: "" },
  ),
  kind("owner", "OwnerType", { Targets: ["systemuser", "team"] }, { ...plain, lookupstyle: "single" }),
  kind("uniqueidentifier", "UniqueidentifierType", {}, plain),
];

const ROLES =
  "<EntityRelationshipRoles><EntityRelationshipRole><NavPaneDisplayOption>UseLabel</NavPaneDisplayOption>" +
  "<NavPaneArea>Details</NavPaneArea><NavPaneOrder>10000</NavPaneOrder>" +
  "<NavigationPropertyName>con_A</NavigationPropertyName>" +
  '<CustomLabels><CustomLabel description="Menu" languagecode="1033" /></CustomLabels>' +
  "<RelationshipRoleType>1</RelationshipRoleType></EntityRelationshipRole><EntityRelationshipRole>" +
  "<NavigationPropertyName>con_t_A</NavigationPropertyName><RelationshipRoleType>0</RelationshipRoleType>" +
  "</EntityRelationshipRole></EntityRelationshipRoles>";

const menu = (display: string) => ({ Behavior: display, Group: "Details", Order: 10000, Label: label(["Menu", 1033]) });

const ONE_TO_MANY: WireRow = {
  SchemaName: "con_t_A",
  RelationshipType: "OneToManyRelationship",
  IntroducedVersion: "1.0",
  IsCustomizable: managed(true, "iscustomizable"),
  IsValidForAdvancedFind: true,
  IsHierarchical: false,
  ReferencingEntity: "con_t",
  ReferencedEntity: "account",
  ReferencingAttribute: "con_a",
  CascadeConfiguration: {
    Assign: "NoCascade",
    Delete: "RemoveLink",
    Archive: "NoCascade",
    Reparent: "NoCascade",
    Share: "NoCascade",
    Unshare: "NoCascade",
    RollupView: "NoCascade",
  },
  Lookup: { Description: label(["The account.", 1033]) },
  AssociatedMenuConfiguration: menu("UseLabel"),
  ReferencingEntityNavigationPropertyName: "con_A",
  ReferencedEntityNavigationPropertyName: "con_t_A",
};

const ONE_TO_MANY_SAID: Properties = {
  schemaname: "con_t_A",
  entityrelationshiptype: "OneToMany",
  introducedversion: "1.0",
  iscustomizable: true,
  isvalidforadvancedfind: true,
  ishierarchical: false,
  referencingentityname: "con_T",
  referencedentityname: "Account",
  referencingattributename: "con_A",
  cascadeassign: "NoCascade",
  cascadedelete: "RemoveLink",
  cascadearchive: "NoCascade",
  cascadereparent: "NoCascade",
  cascadeshare: "NoCascade",
  cascadeunshare: "NoCascade",
  cascaderollupview: "NoCascade",
  relationshipdescription:
    "<RelationshipDescription><Descriptions>" +
    '<Description description="The account." languagecode="1033" /></Descriptions></RelationshipDescription>',
  entityrelationshiproles: ROLES,
};

const MANY_ROLES =
  "<EntityRelationshipRoles><EntityRelationshipRole><NavPaneDisplayOption>UseLabel</NavPaneDisplayOption>" +
  "<NavPaneArea>Details</NavPaneArea><NavPaneOrder>10000</NavPaneOrder><NavigationPropertyName>one</NavigationPropertyName>" +
  '<CustomLabels><CustomLabel description="Menu" languagecode="1033" /></CustomLabels>' +
  "<AssociationRoleOrdinal>1</AssociationRoleOrdinal></EntityRelationshipRole><EntityRelationshipRole>" +
  "<NavPaneDisplayOption>DoNotDisplay</NavPaneDisplayOption><NavPaneArea>Details</NavPaneArea>" +
  "<NavPaneOrder>10000</NavPaneOrder><NavigationPropertyName>two</NavigationPropertyName>" +
  '<CustomLabels><CustomLabel description="Menu" languagecode="1033" /></CustomLabels>' +
  "<AssociationRoleOrdinal>2</AssociationRoleOrdinal></EntityRelationshipRole></EntityRelationshipRoles>";

const MANY_TO_MANY: WireRow = {
  SchemaName: "con_m",
  RelationshipType: "ManyToManyRelationship",
  IntroducedVersion: "1.0",
  IsCustomizable: managed(true, "iscustomizable"),
  IsValidForAdvancedFind: true,
  Entity1LogicalName: "con_t",
  Entity2LogicalName: "account",
  IntersectEntityName: "con_m",
  Entity1AssociatedMenuConfiguration: menu("UseLabel"),
  Entity1NavigationPropertyName: "one",
  Entity2AssociatedMenuConfiguration: menu("DoNotDisplay"),
  Entity2NavigationPropertyName: "two",
};

const MANY_TO_MANY_SAID: Properties = {
  schemaname: "con_m",
  entityrelationshiptype: "ManyToMany",
  introducedversion: "1.0",
  iscustomizable: true,
  isvalidforadvancedfind: true,
  ishierarchical: false,
  firstentityname: "con_T",
  secondentityname: "Account",
  intersectentityname: "con_M",
  entityrelationshiproles: MANY_ROLES,
};

const KEY: WireRow = {
  SchemaName: "con_Key",
  LogicalName: "con_key",
  DisplayName: label(["Key", 1033]),
  KeyAttributes: ["con_a", "con_b"],
  IntroducedVersion: "1.0",
  IsCustomizable: managed(false, "iscustomizable"),
};

const KEY_SAID: Properties = {
  name: "con_Key",
  logicalname: "con_key",
  "DisplayName - LocalizedLabel": said(["Key", 1033]),
  entitykeyattributes: ["con_a", "con_b"],
  introducedversion: "1.0",
  iscustomizable: false,
};

const OPTION_SET: WireRow = {
  Name: "con_colours",
  DisplayName: label(["Farben", 1031], ["Colours", 1033]),
  Description: label(),
  ExternalTypeName: null,
  IntroducedVersion: "1.0",
  IsCustomizable: managed(true, "iscustomizable"),
  IsGlobal: true,
  OptionSetType: "Picklist",
  Options: [],
};

const OPTION_SET_SAID: Properties = {
  name: "con_colours",
  "DisplayName - LocalizedLabel": said(["Farben", 1031], ["Colours", 1033]),
  "Description - LocalizedLabel": said(["", 1033]),
  externaltypename: "",
  introducedversion: "1.0",
  iscustomizable: true,
  isglobal: true,
  optionsettype: "picklist",
  options: "",
};

/** Another value of the same type. */
function other(value: PropertyValue): PropertyValue {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (typeof value !== "string") return null;
  return value.startsWith("[") ? said(["Other", 1033]) : `${value}x`;
}

/** Properties of which it says the same, each by itself. */
const tells = (sayings: Sayings, definition: WireRow, properties: Properties): string[] =>
  Object.keys(properties).filter((name) => definitionSays({ [name]: properties[name] ?? null }, definition, sayings));

describe.each([
  ...KINDS.map(({ type, definition, said: properties }) => ({
    type,
    definition,
    properties,
    of: columnSayings,
    told: isColumnTold,
  })),
  {
    type: "one to many",
    definition: ONE_TO_MANY,
    properties: ONE_TO_MANY_SAID,
    of: relationshipSayings,
    told: isRelationshipTold,
  },
  {
    type: "many to many",
    definition: MANY_TO_MANY,
    properties: MANY_TO_MANY_SAID,
    of: relationshipSayings,
    told: isRelationshipTold,
  },
  { type: "key", definition: KEY, properties: KEY_SAID, of: () => KEY_SAYINGS, told: isKeyTold },
  {
    type: "global choice",
    definition: OPTION_SET,
    properties: OPTION_SET_SAID,
    of: () => OPTION_SET_SAYINGS,
    told: isOptionSetTold,
  },
])("the definition of $type", ({ type, definition, properties, of, told }) => {
  it("says what the package says, and nothing else", () => {
    expect(told(properties)).toBe(true);
    expect(tells(of(definition), definition, properties)).toEqual(Object.keys(properties));
    const changed = Object.entries(properties).filter(([name, value]) =>
      definitionSays({ ...properties, [name]: other(value) }, definition, of(definition)),
    );
    expect(changed).toEqual([]);
    expect(told({ ...properties, novelty: "1" })).toBe(false);
    expect(definitionSays({ ...properties, novelty: "1" }, definition, of(definition))).toBe(false);
  });

  it("proves nothing with a member that is missing, or empty where packages write something", () => {
    const proves = (changed: WireRow): boolean => definitionSays(properties, changed, of(changed));
    const [missing, empty] = [
      (name: string) => without(definition, name),
      (name: string) => ({ ...definition, [name]: null }),
    ];
    const names = Object.keys(definition);
    const unneeded = type === "owner" ? ["Targets"] : [];
    expect(names.filter((name) => proves(missing(name)))).toEqual(unneeded);
    const mayBeEmpty = ["SourceType", "AutoNumberFormat", "ExternalName", "ExternalTypeName"].filter(
      (name) => name in definition,
    );
    expect(names.filter((name) => proves(empty(name)))).toEqual([...mayBeEmpty, ...unneeded]);
  });
});

function without(definition: WireRow, name: string): WireRow {
  const { [name]: _gone, ...rest } = definition;
  return rest;
}

describe("a definition is no proof", () => {
  const [string] = KINDS as readonly [Kind];
  const proves = (change: WireRow, properties = string.said): boolean =>
    definitionSays(properties, { ...string.definition, ...change }, columnSayings({ ...string.definition, ...change }));

  it("of a managed property that may not be changed: that may have another reason", () => {
    const IsSortableEnabled = managed(false, "canmodifyissortablesettings", false);
    expect(proves({ IsSortableEnabled }, { ...string.said, canmodifyissortablesettings: false })).toBe(false);
    expect(proves({ IsSortableEnabled: managed(false, "another") })).toBe(false);
  });

  it("of the name of a row, without that of its table, or of one that the platform brought", () => {
    const displaymask = "PrimaryName|ValidForAdvancedFind|ValidForForm|ValidForGrid";
    const name = { ...string.said, displaymask };
    const [quiet, busy] = [{ [TABLE]: { HasActivities: false } }, { [TABLE]: { HasActivities: true } }];
    expect(proves({ IsPrimaryName: true, ...quiet }, name)).toBe(true);
    expect(proves({ IsPrimaryName: true }, name)).toBe(false);
    expect(proves({ IsPrimaryName: true, ...busy }, name)).toBe(false);
    const regarded = { ...name, displaymask: `ActivityPointerRegardingName|${displaymask}` };
    expect(proves({ IsPrimaryName: true, ...busy }, regarded)).toBe(true);
    const own = { IsPrimaryName: true, IsCustomAttribute: false };
    expect(proves({ ...own, ...quiet }, { ...name, iscustomfield: false })).toBe(false);
  });

  it("of a number that the platform gives, where the package lets people write it", () => {
    const numbered = { ...string.said, autonumberformat: "{SEQNUM:4}" };
    const displaymask = "ReadOnlyInUI|ValidForAdvancedFind|ValidForForm|ValidForGrid";
    expect(proves({ AutoNumberFormat: "{SEQNUM:4}" }, numbered)).toBe(false);
    expect(proves({ AutoNumberFormat: "{SEQNUM:4}" }, { ...numbered, displaymask })).toBe(true);
  });

  it("of a format of a long text that has none", () => {
    const memo = KINDS.find(({ type }) => type === "ntext");
    const none = { ...memo?.definition, FormatName: null };
    expect(definitionSays({ format: "" }, none, columnSayings(none))).toBe(true);
    expect(definitionSays({ format: "text" }, none, columnSayings(none))).toBe(false);
  });

  it("of whole numbers that somebody made, since packages write two input methods", () => {
    const number = KINDS.find(({ type }) => type === "int");
    for (const change of [{ IsCustomAttribute: true }, { LogicalName: "con_n" }, { Format: "Duration" }]) {
      const other = { ...number?.definition, ...change };
      expect(definitionSays({ imemode: "disabled", format: "" }, other, columnSayings(other))).toBe(false);
    }
  });

  it("of labels in more or fewer languages", () => {
    expect(proves({ DisplayName: label(["Column", 1033]) })).toBe(false);
    expect(proves({ DisplayName: label(["Spalte", 1031], ["Column", 1033], ["Colonne", 1036]) })).toBe(false);
    expect(proves({ DisplayName: { LocalizedLabels: ["Column"] } })).toBe(false);
  });

  it("of a kind that it does not tell, or that is told otherwise", () => {
    expect(proves({ AttributeTypeName: { Value: "FutureType" } })).toBe(false);
    expect(proves({ AttributeTypeName: { Value: "MemoType" } })).toBe(false);
  });

  it("of the input method of a lookup that somebody made, or of the style of one to several tables", () => {
    const lookup = KINDS.find(({ type }) => type === "lookup");
    const custom = { ...lookup?.definition, IsCustomAttribute: true };
    expect(definitionSays({ imemode: "auto" }, custom, columnSayings(custom))).toBe(false);
    const several = { ...lookup?.definition, Targets: ["account", "contact"] };
    expect(definitionSays({ lookupstyle: "single" }, several, columnSayings(several))).toBe(false);
  });

  it("of ends of a relationship that say more than it does", () => {
    const sayings = relationshipSayings(ONE_TO_MANY);
    const more = ROLES.replace("<NavPaneArea>", "<Novelty>1</Novelty><NavPaneArea>");
    expect(definitionSays({ entityrelationshiproles: more }, ONE_TO_MANY, sayings)).toBe(false);
    expect(definitionSays({ entityrelationshiproles: "<broken" }, ONE_TO_MANY, sayings)).toBe(false);
  });
});
