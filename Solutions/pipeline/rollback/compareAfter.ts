import { readAfter } from "../../../SolutionHealth/dataverse/rollbacks/readAfter";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import {
  compareRollback,
  type RollbackComparison,
  type RollbackSurprise,
} from "../../../SolutionHealth/domain/rollbacks/compareRollback";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { ExitCode, type ExitCodeValue, messageOf, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import { createProgress } from "../outside/progress";

/**
 * Reads the components of the preview again and compares.
 * @throws PipelineError `notCompared` where that is not possible; what was uninstalled is uninstalled
 */
export async function compareAfter(
  preview: RollbackPreview,
  transport: Transport,
  outside: Outside,
): Promise<RollbackComparison> {
  const progress = createProgress(outside);
  try {
    const found = await readAfter(preview, transport, {
      signal: outside.signal,
      onProgress: (done, total) => progress.report((100 * done) / Math.max(1, total), "Reading what is there now"),
    });
    return compareRollback(preview, found);
  } catch (cause) {
    throw new PipelineError({
      code: "notCompared",
      message: `Uninstalled. What is there now could not be compared with the preview: ${messageOf(cause)}`,
      whatToDo: "The report holds what was expected; look at the components that matter in the app.",
      exitCode: ExitCode.unknown,
      cause,
    });
  } finally {
    progress.close();
  }
}

const FOUND: Readonly<Record<RollbackSurprise["found"], string>> = {
  gone: "is gone",
  there: "is still there",
  otherValues: "has other values",
  unknown: "could not be read again",
};

const SAID: Readonly<Record<RollbackSurprise["said"], string>> = {
  deleted: "deleted",
  fallsBack: "falls back",
  returns: "comes back to view",
  survives: "survives",
  unchanged: "unchanged",
  unknown: "not known",
};

/** What came of it, for people. */
export function comparisonLines({ compared, asSaid, surprises }: RollbackComparison): string[] {
  const lines = surprises.map(({ component, said, found, properties }) => {
    const which = properties.length > 0 ? `: ${properties.join(", ")}` : "";
    return `- ${component.typeName} ${component.displayName}: expected "${SAID[said]}", ${FOUND[found]}${which}`;
  });
  return [`Read again: ${asSaid} of ${compared} components are as the preview said.`, ...lines];
}

/** 1 where something is otherwise than the preview said, 7 where it could not be found out. */
export function comparisonExitCode({ surprises }: RollbackComparison): ExitCodeValue {
  if (surprises.some(({ found }) => found !== "unknown")) return ExitCode.findings;
  return surprises.length > 0 ? ExitCode.unknown : ExitCode.ok;
}
