import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { PipelineError } from "../errors";

/** What the server's words say stands in the way. */
export const blockerLines = (_error: PipelineError, _preview: RollbackPreview): string[] => [];
