import { Command, Option } from "commander";
import { readCheapFacts } from "../../../SolutionHealth/dataverse/health/readCheapFacts";
import { readDeepFacts } from "../../../SolutionHealth/dataverse/health/readDeepFacts";
import { readAsFact } from "../../../SolutionHealth/dataverse/health/readAsFact";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import { valueOf } from "../../../SolutionHealth/domain/health/fact";
import type { HealthFacts } from "../../../SolutionHealth/domain/health/healthFacts";
import type { HealthState } from "../../../SolutionHealth/domain/health/healthReport";
import { judgeHealth } from "../../../SolutionHealth/domain/health/judgeHealth";
import { healthHtml } from "../../../SolutionHealth/domain/health/report/healthHtml";
import { healthJson } from "../../../SolutionHealth/domain/health/report/healthJson";
import { healthMarkdown } from "../../../SolutionHealth/domain/health/report/healthMarkdown";
import { freshnessOf, type ReportContent } from "../../../SolutionHealth/domain/health/report/reportContent";
import { countsOf } from "../../../SolutionHealth/domain/health/report/reportParts";
import { shownState } from "../../../SolutionHealth/domain/health/shownState";
import { connect, type ConnectionParameters } from "../connect/connect";
import { toPipelineError } from "../connect/failures";
import { SIGN_IN_METHODS, type SignInMethod } from "../connect/signIn";
import { ExitCode, type ExitCodeValue } from "../errors";
import type { Outside } from "../outside/outside";
import { listOverrides } from "../report/overrideList";
import { healthWords } from "../report/healthWords";
import { type KeptHealth, readKeptHealth } from "../report/keptHealth";
import type { RegisterVerb } from "./verb";

export interface HealthParameters extends ConnectionParameters {
  /** Also what needs a look at each solution and at many components. */
  readonly deep?: boolean | undefined;
}

export interface HealthResult extends ReportContent {
  readonly facts: HealthFacts;
}

/**
 * Judges an environment by the same rules as the page, with what people decided and planned there. Reads only.
 * @throws PipelineError
 */
export async function health(parameters: HealthParameters, outside: Outside): Promise<HealthResult> {
  const transport = await connect(parameters, outside);
  const now = (): Date => new Date(outside.clock.now());
  try {
    const kept = await readKeptHealth(transport, outside);
    const cheap = await readCheapFacts({ plans: kept.plans }, transport, { now, signal: outside.signal });
    const facts = parameters.deep ? await deepFacts(cheap, kept, transport, outside) : cheap;
    const report = judgeHealth(facts, { now: now(), decisions: kept.decisions, ...(kept.last && { last: kept.last }) });
    const environment = valueOf(facts.environment);
    return {
      facts,
      report,
      freshness: freshnessOf(facts),
      about: {
        url: parameters.environment,
        createdOn: now(),
        ...(environment && { name: environment.name, version: environment.version }),
      },
    };
  } catch (thrown) {
    throw toPipelineError(thrown, "Judging the environment");
  }
}

async function deepFacts(
  cheap: HealthFacts,
  { overrides: accepted }: KeptHealth,
  transport: Transport,
  outside: Outside,
): Promise<HealthFacts> {
  const now = (): Date => new Date(outside.clock.now());
  const facts = await readDeepFacts(cheap, transport, { now, signal: outside.signal });
  const solutions = valueOf(facts.solutions);
  if (solutions === undefined) return facts;
  const overrides = await readAsFact(async () => {
    const { rows, unread } = await listOverrides("environment", solutions, accepted, transport, outside);
    return { rows, unread: unread.map(({ solution }) => solution) };
  }, now);
  return { ...facts, overrides };
}

const EXIT_CODES: Readonly<Record<HealthState, ExitCodeValue>> = {
  healthy: ExitCode.ok,
  atRisk: ExitCode.findings,
  unknown: ExitCode.unknown,
  attention: ExitCode.attention,
};

/** The gravest state decides. Nothing found and something not known is not healthy: it has a code of its own. */
export const exitCodeOf = ({ report }: HealthResult): ExitCodeValue => EXIT_CODES[report.state];

interface HealthOptions {
  readonly environment: string;
  readonly signIn?: SignInMethod;
  readonly deep?: boolean;
  readonly json?: boolean;
  readonly markdown?: boolean;
  readonly html?: boolean;
}

function textOf(result: HealthResult, { json, html }: HealthOptions): string {
  if (json) return healthJson(result);
  const words = wordsOf(result);
  return html ? healthHtml(result, words) : healthMarkdown(result, words);
}

function wordsOf({ facts }: HealthResult): ReturnType<typeof healthWords> {
  const solutions = valueOf(facts.solutions) ?? [];
  return healthWords(new Map(solutions.map(({ uniqueName, displayName }) => [uniqueName.toLowerCase(), displayName])));
}

function summaryOf(result: HealthResult): string {
  const { report } = result;
  const { state, notLookedAt } = report;
  const words = wordsOf(result);
  const numbers = words.counts(countsOf(report));
  const open =
    notLookedAt.length > 0 ? ` Not looked at without --deep: ${notLookedAt.map(words.part).join(", ")}.` : "";
  return `The environment: ${words.state(shownState(state, report))}. Solutions: ${numbers}.${open}`;
}

export const registerHealth: RegisterVerb = (outside, program) =>
  new Command("health")
    .description(
      "Judge the solutions of an environment: what is unhealthy, why, and what to do. Changes nothing; ends with 1 at " +
        "risk, 10 for attention, 7 where it could not be told.",
    )
    .requiredOption("--environment <url>", "address of the environment, e.g. https://contoso.crm4.dynamics.com")
    .addOption(new Option("--sign-in <method>", "how to sign in").choices(SIGN_IN_METHODS))
    .option("--deep", "look at overrides, layers, unmanaged components and dependencies too, which takes many calls")
    .addOption(new Option("--json", "print JSON, codes instead of words").conflicts(["html", "markdown"]))
    .addOption(new Option("--html", "print one HTML file").conflicts(["json", "markdown"]))
    .addOption(new Option("--markdown", "print Markdown (default)").conflicts(["json", "html"]))
    .action(async (options: HealthOptions) => {
      const result = await health(options, outside);
      outside.output.write(textOf(result, options));
      outside.logger.info(summaryOf(result));
      program.finish(exitCodeOf(result));
    });
