import { recordNotFound } from "../../odata/syntaxFault";
import { PlatformFault } from "../../engine/fault";
import type { Message } from "../message";
import { kindOf } from "../tables/componentKinds";

/**
 * A function: HTTP GET that deletes (fact sheet §6.1). Without an Active layer it does nothing; where Active is the
 * only layer, the component is deleted.
 */
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
    const { environment, caller } = context;
    const id = values.text("ComponentId");
    const name = values.text("SolutionComponentName");
    const component = environment.store.component(id);
    if (!component) throw recordNotFound(name, id);
    if (kindOf(component.type, environment.state.environmentTypes)?.name !== name) {
      throw new PlatformFault("0x80040265", `The solution component name '${name}' is not valid for '${id}'.`);
    }
    environment.removeActiveLayer(id, caller());
    return { Result: true };
  },
};
