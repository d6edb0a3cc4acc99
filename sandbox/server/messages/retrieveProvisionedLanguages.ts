import type { Message } from "../message";

/** Languages that are switched on: this environment knows its base language only. */
export const retrieveProvisionedLanguages: Message = {
  name: "RetrieveProvisionedLanguages",
  kind: "function",
  parameters: {},
  privileges: [],
  run: ({ context }) => ({
    RetrieveProvisionedLanguages: [context.environment.state.organization.baseLanguage],
  }),
};
