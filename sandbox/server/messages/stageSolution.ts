import { packageOf } from "../importArguments";
import type { Message } from "../message";

/** Validates and keeps a zip, installs nothing (fact sheet §6.3). Its privilege is unconfirmed (§14.11). */
export const stageSolution: Message = {
  name: "StageSolution",
  kind: "action",
  parameters: { CustomizationFile: { type: "binary", required: true } },
  privileges: ["prvImportCustomization"],
  run: (call) => ({
    StageSolutionResults: call.context.environment.stageSolution(packageOf(call), call.context.caller()),
  }),
};
