/**
 * Kinds of columns as packages call them, and the members of `AttributeTypeCode` and `AttributeTypeDisplayName`. Newer
 * kinds have no code of their own: "Virtual".
 */
export const COLUMN_KINDS: Readonly<Record<string, readonly [code: string, name: string]>> = {
  bigint: ["BigInt", "BigIntType"],
  bit: ["Boolean", "BooleanType"],
  customer: ["Customer", "CustomerType"],
  datetime: ["DateTime", "DateTimeType"],
  decimal: ["Decimal", "DecimalType"],
  entityname: ["EntityName", "EntityNameType"],
  file: ["Virtual", "FileType"],
  float: ["Double", "DoubleType"],
  image: ["Virtual", "ImageType"],
  int: ["Integer", "IntegerType"],
  lookup: ["Lookup", "LookupType"],
  money: ["Money", "MoneyType"],
  multiselectpicklist: ["Virtual", "MultiSelectPicklistType"],
  ntext: ["Memo", "MemoType"],
  nvarchar: ["String", "StringType"],
  owner: ["Owner", "OwnerType"],
  partylist: ["PartyList", "PartyListType"],
  picklist: ["Picklist", "PicklistType"],
  primarykey: ["Uniqueidentifier", "UniqueidentifierType"],
  state: ["State", "StateType"],
  status: ["Status", "StatusType"],
  uniqueidentifier: ["Uniqueidentifier", "UniqueidentifierType"],
  virtual: ["Virtual", "VirtualType"],
};
