import { Command } from "commander";
import { deleteAndPromoteAsync } from "../../../SolutionHealth/dataverse/operations/deleteAndPromoteAsync";
import { retrieveSolutionByName } from "../../../SolutionHealth/dataverse/operations/retrieveSolutionByName";
import { connect, type ConnectionParameters } from "../connect/connect";
import { runNamedOperation, type NamedOutcome } from "../connect/namedOperation";
import type { Outside } from "../outside/outside";
import { type EnvironmentOptions, withEnvironmentOptions } from "./environmentOptions";
import type { RegisterVerb } from "./verb";

export interface ApplyParameters extends ConnectionParameters {
  /** Unique name of the base solution, without `_Upgrade`. */
  readonly uniqueName: string;
  readonly wait: boolean;
}

/**
 * Applies a staged upgrade.
 * @throws PipelineError
 */
export async function apply(parameters: ApplyParameters, outside: Outside): Promise<NamedOutcome> {
  const { uniqueName, wait } = parameters;
  const transport = await connect(parameters, outside);
  const holding = `${uniqueName}_Upgrade`;
  return runNamedOperation(
    {
      uniqueName,
      doing: `Applying the upgrade of ${uniqueName}`,
      wait,
      needs: holding,
      start: () => deleteAndPromoteAsync(uniqueName, transport, outside.signal),
      isDone: async () => (await retrieveSolutionByName(holding, transport, outside.signal)) === undefined,
    },
    transport,
    outside,
  );
}

export const registerApply: RegisterVerb = (outside) =>
  withEnvironmentOptions(new Command("apply"))
    .description("Apply an upgrade that was imported with --as stage; deletes what the new version no longer holds.")
    .argument("<name>", "unique name of the solution, without _Upgrade")
    .action(async (uniqueName: string, options: EnvironmentOptions) => {
      const outcome = await apply({ ...options, uniqueName }, outside);
      outside.output.write(options.json ? `${JSON.stringify(outcome, undefined, 2)}\n` : `${outcome.status}\n`);
    });
