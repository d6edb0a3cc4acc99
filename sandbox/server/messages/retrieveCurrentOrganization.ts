import type { Message } from "../message";

/** Fact sheet §6.7; enumerations come as member names. */
export const retrieveCurrentOrganization: Message = {
  name: "RetrieveCurrentOrganization",
  kind: "function",
  parameters: { AccessType: { type: "enum", required: true } },
  privileges: [],
  run: ({ context, baseUrl }) => {
    const { organization } = context.environment.state;
    const origin = new URL("/", baseUrl).href;
    const keys = ["WebApplication", "OrganizationService", "OrganizationDataService"];
    const values = [
      origin,
      `${origin}XRMServices/2011/Organization.svc`,
      `${origin}XRMServices/2011/OrganizationData.svc`,
    ];
    return {
      Detail: {
        OrganizationId: organization.id,
        FriendlyName: organization.friendlyName,
        OrganizationVersion: organization.version,
        EnvironmentId: organization.environmentId,
        DatacenterId: organization.id,
        Geo: "EMEA",
        TenantId: organization.tenantId,
        UrlName: organization.urlName,
        UniqueName: organization.uniqueName,
        Endpoints: { Count: keys.length, IsReadOnly: false, Keys: keys, Values: values },
        State: "Enabled",
        SchemaType: "Standard",
        OrganizationType: organization.type,
      },
    };
  },
};
