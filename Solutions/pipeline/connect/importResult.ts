import {
  retrieveSolutionImportResult,
  type SolutionImportResult,
} from "../../../SolutionHealth/dataverse/operations/retrieveSolutionImportResult";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import type { Outside } from "../outside/outside";
import { lostSight, refused } from "./failures";

/**
 * The environment's own account of a finished import; warnings are shown.
 * @throws PipelineError where the account says that it failed, although its job may have "succeeded" (fact sheet §5.4).
 */
export async function reportImportResult(
  importJobId: Guid,
  doing: string,
  transport: Transport,
  { logger, signal }: Pick<Outside, "logger" | "signal">,
): Promise<SolutionImportResult> {
  const result = await retrieveSolutionImportResult(importJobId, transport, signal).catch((thrown: unknown) => {
    throw lostSight(thrown, doing);
  });
  result.warnings.forEach((warning) => logger.warn(warning));
  if (result.errors.length > 0 || result.status.toLowerCase() === "failed") {
    throw refused(doing, undefined, result.errors.join(" ") || "the result says Failed.");
  }
  return result;
}
