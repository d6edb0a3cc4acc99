import { resolve } from "node:path";
import type { RollbackPreview } from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";
import { writeFileAtomically } from "../files/writeAtomically";
import type { Outside } from "../outside/outside";
import { type ReportFormat, rollbackText } from "../report/rollbackText";

const FORMATS: Readonly<Record<string, ReportFormat>> = { json: "json", csv: "csv" };

/**
 * Saves what is expected, with the list of what goes, before anything is sent. Its name decides its form: `.json`,
 * `.csv`, anything else Markdown.
 * @param path taken from the working folder; a name of its own there without
 * @returns where it is @throws PipelineError `outputUnwritable`
 */
export async function saveReport(
  path: string | undefined,
  preview: RollbackPreview,
  environment: string,
  { workingDir, logger }: Outside,
): Promise<string> {
  const file = resolve(workingDir, path ?? defaultName(preview));
  const format = FORMATS[/\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? ""] ?? "markdown";
  await writeFileAtomically(file, rollbackText(preview, format, environment));
  logger.info(`The report is in ${file}.`);
  return file;
}

/** Unique names hold letters, digits and low lines only (fact sheet §1.1). */
function defaultName({ targets, readAt }: RollbackPreview): string {
  const [first] = targets;
  const more = targets.length > 1 ? `-and-${targets.length - 1}` : "";
  const at = readAt.toISOString().slice(0, 19).replace(/[:T-]/g, "");
  return `uninstall-${first?.uniqueName ?? "nothing"}${more}-${at}.md`;
}
