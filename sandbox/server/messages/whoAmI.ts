import type { Message } from "../message";

export const whoAmI: Message = {
  name: "WhoAmI",
  kind: "function",
  parameters: {},
  privileges: [],
  run: ({ context }) => ({
    BusinessUnitId: context.user.businessUnitId,
    UserId: context.user.id,
    OrganizationId: context.environment.state.organization.id,
  }),
};
