import type { Message, Parameter } from "../message";

/** The base name, without `_Upgrade` (fact sheet §6.4). */
const parameters: Readonly<Record<string, Parameter>> = { UniqueName: { type: "string", required: true } };
const privileges = ["prvImportCustomization", "prvDeleteSolution"];

export const deleteAndPromote: Message = {
  name: "DeleteAndPromote",
  kind: "action",
  parameters,
  privileges,
  run: (call) => {
    const { environment, jobs, caller } = call.context;
    jobs.requireIdle("DeleteAndPromote");
    const { solutionId } = environment.deleteAndPromote(call.arguments.text("UniqueName"), caller());
    return { SolutionId: solutionId };
  },
};

export const deleteAndPromoteAsync: Message = {
  name: "DeleteAndPromoteAsync",
  kind: "action",
  parameters,
  privileges,
  run: (call) => {
    const { environment, jobs } = call.context;
    const uniqueName = call.arguments.text("UniqueName");
    const id = jobs.start({
      messageName: "DeleteAndPromoteAsync",
      name: "DeleteAndPromote",
      operationType: 207,
      lockName: "DeleteAndPromote",
      announced: { kind: "deleteAndPromote", uniqueName },
      run: (caller, progress) => environment.deleteAndPromote(uniqueName, caller, progress),
    });
    return { AsyncOperationId: id };
  },
};
