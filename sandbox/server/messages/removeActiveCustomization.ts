import type { Message } from "../message";
import { referredComponent, removeOverride } from "../removeOverride";

/** The singular is an action, and takes the name of the backing table (fact sheet §6.1 b). */
export const removeActiveCustomization: Message = {
  name: "RemoveActiveCustomization",
  kind: "action",
  parameters: { LogicalName: { type: "string", required: true }, Id: { type: "guid", required: true } },
  privileges: ["prvWriteCustomization"],
  run: ({ context, arguments: values }) => {
    context.jobs.requireIdle("RemoveActiveCustomization");
    const reference = { id: values.text("Id"), name: values.text("LogicalName"), by: "table" } as const;
    removeOverride(context, referredComponent(context, reference), context.caller());
    // What RemoveActiveCustomizationResponse holds is not documented: nothing is promised beyond its name.
    return {};
  },
};
