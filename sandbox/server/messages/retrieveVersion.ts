import type { Message } from "../message";

export const retrieveVersion: Message = {
  name: "RetrieveVersion",
  kind: "function",
  parameters: {},
  privileges: [],
  run: ({ context }) => ({ Version: context.environment.state.organization.version }),
};
