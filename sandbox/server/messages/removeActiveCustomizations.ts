import type { Message } from "../message";
import { referredComponent, removeOverride } from "../removeOverride";

/** A function: HTTP GET that deletes (fact sheet §6.1 a). */
export const removeActiveCustomizations: Message = {
  name: "RemoveActiveCustomizations",
  kind: "function",
  parameters: {
    SolutionComponentName: { type: "string", required: true },
    ComponentId: { type: "guid", required: true },
  },
  privileges: ["prvWriteCustomization"],
  run: ({ context, arguments: values }) => {
    context.jobs.requireIdle("RemoveActiveCustomizations");
    const reference = {
      id: values.text("ComponentId"),
      name: values.text("SolutionComponentName"),
      by: "name",
    } as const;
    removeOverride(context, referredComponent(context, reference), context.caller());
    return { Result: true };
  },
};
