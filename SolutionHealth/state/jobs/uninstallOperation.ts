import { retrieveSolutionByName } from "../../dataverse/operations/retrieveSolutionByName";
import { startUninstall } from "../../dataverse/operations/startUninstall";
import type { Guid } from "../../domain/model/guid";
import type { Operation } from "./operationJob";

/** Uninstalling a solution: done when it is gone. Another row of the same name is one that was installed anew since. */
export const uninstallOperation = (target: { readonly id: Guid; readonly uniqueName: string }): Operation => ({
  kind: "uninstall",
  names: [target.uniqueName],
  send: ({ transport }) => startUninstall(target, transport),
  look: async ({ transport }, signal) => {
    const solution = await retrieveSolutionByName(target.uniqueName, transport, signal);
    return solution?.id === target.id ? undefined : "done";
  },
});
