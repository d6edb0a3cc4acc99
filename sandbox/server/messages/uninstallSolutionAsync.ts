import { unknownResource } from "../../odata/syntaxFault";
import type { Message } from "../message";

/** Fact sheet §6.5. */
export const uninstallSolutionAsync: Message = {
  name: "UninstallSolutionAsync",
  kind: "action",
  parameters: { SolutionUniqueName: { type: "string", required: true } },
  privileges: ["prvDeleteSolution"],
  run: (call) => {
    const { environment, jobs, options } = call.context;
    if (options.habits.uninstallAction === "unknown") throw unknownResource("UninstallSolutionAsync");
    const uniqueName = call.arguments.text("SolutionUniqueName");
    const id = jobs.start({
      messageName: "UninstallSolutionAsync",
      name: "UninstallSolution",
      operationType: 208,
      lockName: "Uninstall",
      announced: { kind: "uninstall", uniqueName },
      run: (caller, progress) => environment.uninstallSolution(uniqueName, caller, progress),
    });
    return { AsyncOperationId: id };
  },
};
