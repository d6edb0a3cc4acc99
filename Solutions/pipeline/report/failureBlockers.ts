import { blockersFromMessage, type RefusalReading } from "../../../SolutionHealth/domain/rollbacks/blockersFromMessage";
import type { RollbackComponent } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import type { Blocker, RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import type { PipelineError } from "../errors";
import { ROLLBACK_WORDS } from "./rollbackWords";

/** What stands in the way by the server's own words, for people; nothing where they do not say. */
export function blockerLines({ code, message }: PipelineError, preview: RollbackPreview): string[] {
  const components = [
    ...preview.fates.map(({ component }) => component),
    ...preview.blockers.map(({ dependent }) => dependent),
  ];
  const reading = blockersFromMessage(code, message, { components, solutions: preview.targets });
  const lines = reading ? linesOf(reading) : [];
  return lines.length > 0 ? ["What stands in the way, by the words of the environment:", ...lines] : [];
}

function linesOf({ blockers, required, solution, referencedBy }: RefusalReading): string[] {
  const lines = blockers.map(lineOf);
  if (!required) return lines;
  const who = solution ? `solution ${ROLLBACK_WORDS.layer(solution)}` : `${referencedBy ?? "other"} components`;
  return [...lines, `- ${nameOf(required)}: needed by ${who}`];
}

const lineOf = ({ kind, required, dependent }: Blocker): string =>
  required.key === dependent.key
    ? `- ${nameOf(required)}: ${ROLLBACK_WORDS.blocker(kind)}`
    : `- ${nameOf(required)}: needed by ${nameOf(dependent)}`;

const nameOf = (component: RollbackComponent): string =>
  `${ROLLBACK_WORDS.type(component)} ${ROLLBACK_WORDS.component(component)}`;
