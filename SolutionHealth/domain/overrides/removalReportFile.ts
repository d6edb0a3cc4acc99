import { componentContent, componentShape } from "./componentShape";
import { readFile, writeFile, type FileFormat } from "./fileEnvelope";
import { instant, list, longText, object, oneOf, optional, text } from "./fileShape";
import type { RemovalReport } from "./removalReport";

const FORMAT: FileFormat = { name: "solution-health/removal-report", version: 1 };

const shape = object({
  startedOn: instant,
  endedOn: instant,
  environment: object({ url: text, name: optional(text) }),
  backupFile: text,
  results: list(
    object({
      component: componentShape,
      outcome: oneOf("removed", "stillThere", "refused", "reappeared", "unknown", "skipped"),
      code: optional(text),
      serverText: optional(longText),
    }),
  ),
});

export function writeRemovalReportFile(report: RemovalReport): string {
  const results = report.results.map((result) => ({ ...result, component: componentContent(result.component) }));
  return writeFile(FORMAT, { ...report, results });
}

/** @throws FileFormatError */
export const readRemovalReportFile = (content: string): RemovalReport => readFile(FORMAT, content, shape);
