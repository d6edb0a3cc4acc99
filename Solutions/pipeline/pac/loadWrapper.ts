import { ExitCode, messageOf, PipelineError } from "../errors";
import type { Host } from "../outside/outside";
import type { WrapperPackage } from "./wrapperPackage";

export const WRAPPER_PACKAGE = "@microsoft/powerplatform-cli-wrapper";

/**
 * Loads Microsoft's wrapper of its CLI.
 * @throws PipelineError `wrapperMissing`, `wrapperBroken`.
 */
export async function loadWrapper(host: Pick<Host, "loadPackage">): Promise<WrapperPackage> {
  const loaded = await host.loadPackage(WRAPPER_PACKAGE).catch((cause: unknown) => {
    throw missing("wrapperBroken", `${WRAPPER_PACKAGE} cannot be loaded: ${messageOf(cause)}.`, cause);
  });
  if (loaded === undefined) {
    throw missing("wrapperMissing", `--with pac needs the package ${WRAPPER_PACKAGE}, which is not installed.`);
  }
  return loaded as WrapperPackage;
}

function missing(code: string, message: string, cause?: unknown): PipelineError {
  return new PipelineError({
    code,
    message,
    whatToDo: `Microsoft publishes it on GitHub Packages only: point the scope @microsoft at that registry, then run npm install --no-save ${WRAPPER_PACKAGE}. Or leave --with away.`,
    exitCode: ExitCode.missingTool,
    cause,
  });
}
