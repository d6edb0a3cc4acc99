import { isCertain, type RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { ExitCode, PipelineError } from "../errors";
import { REFUSALS } from "../report/rollbackWords";

/**
 * Stops what the server would refuse anyway, or what has no order, before anything is sent.
 * @throws PipelineError `refused`, `cycle`, `blocked`
 */
export function requirePossible({ refused, order, verdict, blockers }: RollbackPreview): void {
  if (refused.length > 0) {
    const names = refused.map(({ name, reason }) => `${name} ${REFUSALS[reason]}`).join("; ");
    throw stop("refused", `Cannot be taken back: ${names}.`, "Leave it out, and run this again.");
  }
  if (order.cycles.length > 0) {
    const rings = order.cycles.map((names) => names.join(", ")).join("; ");
    throw stop(
      "cycle",
      `These solutions need each other, so that none can go first: ${rings}.`,
      "Remove what one of them needs of the other, by an update or in the environment; the preview names it.",
    );
  }
  if (verdict === "blocked") {
    const certain = blockers.filter(isCertain).length;
    const first = order.missing.length > 0 ? ` First: ${order.missing.join(", ")}.` : "";
    throw stop(
      "blocked",
      `${certain} ${certain === 1 ? "thing stands" : "things stand"} in the way; the environment would refuse.${first}`,
      "Mend what the preview lists under what stands in the way. There is no way to force it: the server decides.",
    );
  }
}

const stop = (code: string, message: string, whatToDo: string): PipelineError =>
  new PipelineError({ code, message: `${message} Nothing was changed.`, whatToDo, exitCode: ExitCode.refused });
