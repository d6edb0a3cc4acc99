import { columns, lookup, toMany } from "../../odata/column";
import { guidFor } from "../../store/guidFor";
import type { Row, StoredPublisher } from "../../store/model";
import type { ServerContext } from "../context";
import type { Table } from "../table";

const ADDRESS = [
  "city",
  "country",
  "county",
  "fax",
  "line1",
  "line2",
  "line3",
  "name",
  "postalcode",
  "postofficebox",
  "stateorprovince",
  "telephone1",
  "telephone2",
  "telephone3",
  "upszone",
];

const addressColumns = (prefix: string) => [
  ...columns("guid", `${prefix}_addressid`),
  ...columns("string", ...ADDRESS.map((part) => `${prefix}_${part}`)),
  ...columns("picklist", `${prefix}_addresstypecode`, `${prefix}_shippingmethodcode`),
  ...columns("integer", `${prefix}_utcoffset`),
  ...columns("decimal", `${prefix}_latitude`, `${prefix}_longitude`),
];

function rowOf(publisher: StoredPublisher, context: ServerContext): Row {
  const { organization, users } = context.environment.state;
  const [administrator] = users;
  return {
    publisherid: publisher.id,
    uniquename: publisher.uniqueName,
    friendlyname: publisher.friendlyName,
    customizationprefix: publisher.prefix,
    customizationoptionvalueprefix: publisher.optionValuePrefix,
    isreadonly: publisher.isReadOnly,
    createdon: publisher.createdOn,
    modifiedon: publisher.createdOn,
    versionnumber: 1,
    address1_addressid: guidFor("address1", publisher.id),
    address2_addressid: guidFor("address2", publisher.id),
    _organizationid_value: organization.id,
    _createdby_value: administrator?.id ?? null,
    _modifiedby_value: administrator?.id ?? null,
  };
}

/** Columns as recorded from a live environment. */
export const publishers: Table = {
  entitySet: "publishers",
  logicalName: "publisher",
  primaryKey: "publisherid",
  primaryName: "friendlyname",
  readPrivileges: ["prvReadPublisher"],
  columns: [
    ...columns("guid", "publisherid"),
    ...columns("string", "uniquename", "friendlyname", "description", "customizationprefix"),
    ...columns("integer", "customizationoptionvalueprefix", "versionnumber", "pinpointpublisherid"),
    ...columns("boolean", "isreadonly"),
    ...columns("date", "createdon", "modifiedon"),
    ...columns("string", "emailaddress", "supportingwebsiteurl", "pinpointpublisherdefaultlocale"),
    ...columns("string", "entityimage", "entityimage_url"),
    ...columns("integer", "entityimage_timestamp"),
    ...columns("guid", "entityimageid"),
    ...addressColumns("address1"),
    ...addressColumns("address2"),
    lookup("organizationid", "organization"),
    lookup("createdby", "systemuser"),
    lookup("modifiedby", "systemuser"),
    lookup("createdonbehalfby", "systemuser"),
    lookup("modifiedonbehalfby", "systemuser"),
  ],
  navigations: [toMany("publisher_solution", "solutions", "publisherid", "_publisherid_value")],
  rows: (context) => context.environment.state.publishers.map((publisher) => rowOf(publisher, context)),
};
