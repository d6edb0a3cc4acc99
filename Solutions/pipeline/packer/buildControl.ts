import { ExitCode, messageOf, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";

/**
 * Builds the control for production, so that a package never holds an old or a development bundle.
 * @throws PipelineError `buildFailed`, `buildImpossible`.
 */
export async function buildControl({ host, productRoot, logger }: Outside): Promise<void> {
  logger.info("Building the control for production …");
  const exitCode = await host.run(process.execPath, ["tools/build.mjs"], productRoot).catch((cause: unknown) => {
    throw new PipelineError({
      code: "buildImpossible",
      message: `The build could not be started: ${messageOf(cause)}.`,
      whatToDo: "Run npm ci in this repository first.",
      exitCode: ExitCode.build,
      cause,
    });
  });
  if (exitCode !== 0) {
    throw new PipelineError({
      code: "buildFailed",
      message: `The build of the control failed with exit code ${exitCode}.`,
      whatToDo: "Mend what the messages above say, then run this again. npm run build shows them alone.",
      exitCode: ExitCode.build,
    });
  }
}
