import { Command, InvalidArgumentError, Option } from "commander";
import { judgedWay } from "../../../SolutionHealth/domain/releases/judgedWay";
import type { ReleasePreview } from "../../../SolutionHealth/domain/releases/releasePreview";
import { RELEASE_CONDITIONS, type ReleaseCondition } from "../../../SolutionHealth/domain/releases/releaseVerdict";
import { connect, type ConnectionParameters } from "../connect/connect";
import { SIGN_IN_METHODS, type SignInMethod } from "../connect/signIn";
import type { Outside } from "../outside/outside";
import { previewText, type PreviewFormat } from "../release-preview/previewText";
import { readPackages, readPreview } from "../release-preview/readPreview";
import { CONDITIONS, countsText, wayText } from "../release-preview/releaseWords";
import { type Verdict, verdictOf } from "../release-preview/verdict";
import type { RegisterVerb } from "./verb";

/** Ways that can be asked for on the command line. */
const ASKED_WAYS = ["install", "update", "upgrade", "patch"] as const;
type AskedWay = (typeof ASKED_WAYS)[number];

export interface PreviewParameters extends ConnectionParameters {
  /** Paths of packages, in any order. */
  readonly packages: readonly string[];
  readonly as?: AskedWay | undefined;
  readonly overwrite: boolean;
}

/**
 * What packages would do in an environment. Reads only; nothing of the packages is sent.
 * @throws PipelineError
 */
export async function preview(parameters: PreviewParameters, outside: Outside): Promise<ReleasePreview> {
  // First what costs nothing: a wrong file must not be found out after a long reading.
  const packages = await readPackages(parameters.packages, outside);
  const transport = await connect(parameters, outside);
  return readPreview(packages, parameters, transport, outside);
}

const HELP = `
Reads the packages and the environment, and changes nothing. Several packages are put in the order in which they are to
be imported. Without --as each is judged by the way that is advised; a solution that is not here yet is installed, and
a patch is imported as one, whatever --as says.

--fail-on: blocked (default) = the environment would refuse; deletes = components would be deleted; data = rows or
values would be deleted; hidden = a customization or a higher layer would hide what comes in; none = never.

JSON, Markdown and HTML are the reports that the page saves. The JSON is described in
docs/release-report.md: formatVersion 1; for each package the way it is judged by,
each component with type, key (logical or unique name, or GUID) and fate (added, changed, unchanged, deleted, survives,
leftBehind, unknown); verdict says yes, no or unknown to each condition of --fail-on; partial is true where not
everything is known.

Ends with
  0    read, and nothing of --fail-on holds
  1    something of --fail-on holds
  2    an option is wrong, or options contradict each other
  3    a package is missing, unreadable, or there twice
  5    signing in failed, or the environment cannot be reached
  6    the environment refused to be read
  7    nothing of --fail-on is known to hold, but not everything could be found out: that is no success`;

interface PreviewOptions {
  readonly environment: string;
  readonly signIn?: SignInMethod;
  readonly as?: AskedWay;
  readonly overwrite: boolean;
  readonly json?: boolean;
  readonly html?: boolean;
  readonly failOn: readonly ReleaseCondition[];
}

export const registerPreview: RegisterVerb = (outside, program) =>
  new Command("preview")
    .description("Say what importing packages would do to an environment: what is added, changed, deleted, hidden.")
    .argument("<zip...>", "packages of a release")
    .requiredOption("--environment <url>", "address of the environment, e.g. https://contoso.crm4.dynamics.com")
    .addOption(new Option("--sign-in <method>", "how to sign in").choices(SIGN_IN_METHODS))
    .addOption(new Option("--as <way>", "the way of importing (default: what is advised)").choices(ASKED_WAYS))
    .option("--overwrite", "as if customizations were overwritten", false)
    .addOption(new Option("--json", "print JSON").conflicts(["markdown", "html"]))
    .addOption(new Option("--markdown", "print Markdown (default)").conflicts(["json", "html"]))
    .addOption(new Option("--html", "print one page to be kept or printed").conflicts(["json", "markdown"]))
    .addOption(
      new Option("--fail-on <conditions>", "what ends with 1, comma between: deletes, data, hidden, blocked, none")
        .argParser(parseConditions)
        .default(["blocked"], "blocked"),
    )
    .addHelpText("after", HELP)
    .action(async (packages: string[], options: PreviewOptions) => {
      const { as, environment, failOn } = options;
      const read = await preview({ ...options, packages }, outside);
      const verdict = verdictOf(read, as, failOn);
      const format: PreviewFormat = options.json ? "json" : options.html ? "html" : "markdown";
      outside.output.write(previewText(read, as, environment, format));
      outside.logger.info(summaryOf(read, as, verdict));
      program.finish(verdict.exitCode);
    });

function parseConditions(text: string): readonly ReleaseCondition[] {
  const names = text.split(",").map((name) => name.trim());
  if (text.trim() === "none") return [];
  return names.map((name) => {
    const condition = RELEASE_CONDITIONS.find((one) => one === name);
    if (condition === undefined) throw new InvalidArgumentError(`There are ${RELEASE_CONDITIONS.join(", ")} and none.`);
    return condition;
  });
}

function summaryOf({ packages }: ReleasePreview, as: AskedWay | undefined, { failed, partial }: Verdict): string {
  const lines = packages.map((one) => {
    const way = judgedWay(one, as);
    const { uniqueName, version } = one.package;
    if (way === undefined) return `${uniqueName} ${version}: no way is open.`;
    return `${uniqueName} ${version}, ${wayText(way)}: ${countsText(way.counts)}; ${way.status}.`;
  });
  const found = failed.map(({ condition, packages: names }) => `${names.join(", ")}: ${CONDITIONS[condition]}.`);
  return [...lines, ...found, ...(partial ? ["Not everything could be found out."] : [])].join("\n");
}
