import { importParameters, importPrivileges, importRequest } from "../importArguments";
import type { Message } from "../message";

/** Stages and applies an upgrade in one step (fact sheet §6.4). */
export const stageAndUpgrade: Message = {
  name: "StageAndUpgrade",
  kind: "action",
  parameters: importParameters,
  privileges: importPrivileges,
  run: (call) => {
    const { environment, jobs, caller } = call.context;
    jobs.requireIdle("Import");
    const { solutionId } = environment.stageAndUpgrade(importRequest(call), caller());
    return { SolutionId: solutionId };
  },
};

export const stageAndUpgradeAsync: Message = {
  name: "StageAndUpgradeAsync",
  kind: "action",
  parameters: importParameters,
  privileges: importPrivileges,
  run: (call) => {
    const { environment, jobs } = call.context;
    const request = importRequest(call);
    const id = jobs.start({
      messageName: "StageAndUpgradeAsync",
      name: "StageAndUpgrade",
      operationType: 211,
      lockName: "Import",
      importJobId: request.importJobId,
      announced: { kind: "stageAndUpgrade", request },
      run: (caller, progress) => environment.stageAndUpgrade(request, caller, progress),
    });
    return { AsyncOperationId: id, ImportJobKey: request.importJobId };
  },
};
