import { importParameters, importPrivileges, importRequest } from "../importArguments";
import type { Message } from "../message";

const parameters = { ...importParameters, HoldingSolution: { type: "boolean" } } as const;

/** Answers when all is done, without a body (fact sheet §6.4). */
export const importSolution: Message = {
  name: "ImportSolution",
  kind: "action",
  parameters: { ...parameters, CustomizationFile: { type: "binary", required: true } },
  privileges: importPrivileges,
  run: (call) => {
    const { environment, jobs, caller } = call.context;
    jobs.requireIdle("Import");
    environment.importSolution(importRequest(call), caller());
    return undefined;
  },
};

/** Answers with `ImportJobKey`, not `ImportJobId` (§6.4). */
export const importSolutionAsync: Message = {
  name: "ImportSolutionAsync",
  kind: "action",
  parameters,
  privileges: importPrivileges,
  run: (call) => {
    const { environment, jobs } = call.context;
    const request = importRequest(call);
    const id = jobs.start({
      messageName: "ImportSolutionAsync",
      name: "ImportSolution",
      // Seen live as 54, "execute asynchronous request", not as 203 (§5.4).
      operationType: 54,
      lockName: "Import",
      importJobId: request.importJobId,
      announced: { kind: "import", request },
      run: (caller, progress) => environment.importSolution(request, caller, progress),
    });
    return { ImportJobKey: request.importJobId, AsyncOperationId: id };
  },
};
