import { Command } from "commander";
import { retrieveSolutionByName } from "../../../SolutionHealth/dataverse/operations/retrieveSolutionByName";
import { uninstallSolutionAsync } from "../../../SolutionHealth/dataverse/operations/uninstallSolutionAsync";
import { connect, type ConnectionParameters } from "../connect/connect";
import { runNamedOperation, type NamedOutcome } from "../connect/namedOperation";
import type { Outside } from "../outside/outside";
import { type EnvironmentOptions, withEnvironmentOptions } from "./environmentOptions";
import type { RegisterVerb } from "./verb";

export interface UninstallParameters extends ConnectionParameters {
  readonly uniqueName: string;
  readonly wait: boolean;
}

/**
 * Uninstalls a solution with its patches, its components and their data.
 * @throws PipelineError
 */
export async function uninstall(parameters: UninstallParameters, outside: Outside): Promise<NamedOutcome> {
  const { uniqueName, wait } = parameters;
  const transport = await connect(parameters, outside);
  return runNamedOperation(
    {
      uniqueName,
      doing: `Uninstalling ${uniqueName}`,
      wait,
      needs: uniqueName,
      start: () => uninstallSolutionAsync(uniqueName, transport, outside.signal),
      isDone: async () => (await retrieveSolutionByName(uniqueName, transport, outside.signal)) === undefined,
    },
    transport,
    outside,
  );
}

export const registerUninstall: RegisterVerb = (outside) =>
  withEnvironmentOptions(new Command("uninstall"))
    .description("Uninstall a solution: its patches, its components and their data go with it.")
    .argument("<name>", "unique name of the solution")
    .action(async (uniqueName: string, options: EnvironmentOptions) => {
      const outcome = await uninstall({ ...options, uniqueName }, outside);
      outside.output.write(options.json ? `${JSON.stringify(outcome, undefined, 2)}\n` : `${outcome.status}\n`);
    });
