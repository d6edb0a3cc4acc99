import { columns } from "../../odata/column";
import type { Table } from "../table";

export const organizations: Table = {
  entitySet: "organizations",
  logicalName: "organization",
  primaryKey: "organizationid",
  primaryName: "name",
  readPrivileges: ["prvReadOrganization"],
  columns: [
    ...columns("guid", "organizationid"),
    ...columns("string", "name", "schemanameprefix"),
    ...columns("integer", "languagecode", "localeid", "versionnumber"),
    ...columns("date", "createdon"),
    ...columns("boolean", "isauditenabled"),
  ],
  navigations: [],
  rows: (context) => {
    const { organization } = context.environment.state;
    return [
      {
        organizationid: organization.id,
        name: organization.friendlyName,
        languagecode: organization.baseLanguage,
        localeid: organization.baseLanguage,
        createdon: organization.createdOn,
        isauditenabled: false,
        schemanameprefix: null,
        versionnumber: 1,
      },
    ];
  },
};
