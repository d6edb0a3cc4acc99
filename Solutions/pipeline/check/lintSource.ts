import { relative } from "node:path";
import type { ESLint, Linter } from "eslint";
import { ExitCode, messageOf, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import type { Finding } from "../verify/finding";

/** Rules of Microsoft's plug-in: the part of the Power Apps checker that reads scripts. */
const CHECKER_RULES = "@microsoft/power-apps/";

/** Where the control's sources lie, from the product's root. */
const SOURCES = ["SolutionHealth"];

/**
 * Runs the checker's lint rules, as this repository's own configuration sets them, on the control's source.
 * @throws PipelineError `linterMissing`, `linterFailed`.
 */
export async function lintSource({ host, productRoot }: Pick<Outside, "host" | "productRoot">): Promise<Finding[]> {
  const eslint = (await host.loadPackage("eslint")) as { ESLint: typeof ESLint } | undefined;
  if (eslint === undefined) {
    throw new PipelineError({
      code: "linterMissing",
      message: "Checking needs eslint, which is not installed.",
      whatToDo: "Run npm ci in this repository.",
      exitCode: ExitCode.missingTool,
    });
  }
  const linter = new eslint.ESLint({ cwd: productRoot, ruleFilter: ({ ruleId }) => ruleId.startsWith(CHECKER_RULES) });
  const results = await linter.lintFiles(SOURCES).catch((cause: unknown) => {
    throw new PipelineError({
      code: "linterFailed",
      message: `The linter failed: ${messageOf(cause)}`,
      whatToDo: "Run npm run lint, which shows more.",
      exitCode: ExitCode.build,
      cause,
    });
  });
  return results.flatMap(({ filePath, messages }) =>
    messages.filter(isOfChecker).map((message) => toFinding(relative(productRoot, filePath), message)),
  );
}

/** A file that cannot be parsed has no rule, and cannot be called checked. */
function isOfChecker({ ruleId, fatal }: Linter.LintMessage): boolean {
  return fatal === true || (ruleId?.startsWith(CHECKER_RULES) ?? false);
}

function toFinding(file: string, { ruleId, severity, line, column, message, fatal }: Linter.LintMessage): Finding {
  const rule = ruleId ?? "unreadable-source";
  return {
    code: rule.replace(CHECKER_RULES, ""),
    severity: fatal === true || severity === 2 ? "error" : "warning",
    place: `${file.replace(/\\/g, "/")}:${line}:${column}`,
    message,
    whatToDo:
      fatal === true ? "Mend the syntax." : `Look the rule up in Microsoft's list of solution checker rules: ${rule}.`,
  };
}
