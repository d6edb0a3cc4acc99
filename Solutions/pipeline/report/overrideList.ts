import type { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import type { FlagPart, FlagWay } from "../../../SolutionHealth/dataverse/overrides/flagSearch";
import { readOrigins } from "../../../SolutionHealth/dataverse/overrides/readOrigins";
import { OverrideScan } from "../../../SolutionHealth/dataverse/overrides/overrideScan";
import type { ScannedComponent, ScanOutcome } from "../../../SolutionHealth/dataverse/overrides/overrideScan";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { InstalledSolution } from "../../../SolutionHealth/domain/model/solution";
import { acceptanceOf, acceptedByComponent } from "../../../SolutionHealth/domain/overrides/acceptance";
import type { AcceptedOverride } from "../../../SolutionHealth/domain/overrides/acceptedOverride";
import { DEFAULT_BOOKKEEPING } from "../../../SolutionHealth/domain/overrides/bookkeeping";
import { judgeOverride, unknownOverride } from "../../../SolutionHealth/domain/overrides/judgeOverride";
import { changesSomething, type ListedOverride } from "../../../SolutionHealth/domain/overrides/listedOverride";
import { sortOverrides } from "../../../SolutionHealth/domain/overrides/listOverrides";
import type { OverrideFacts, Verdict } from "../../../SolutionHealth/domain/overrides/override";
import type { Outside } from "../outside/outside";

/** What a scan from the command line found. */
export interface OverrideList {
  readonly rows: readonly ListedOverride[];
  readonly way: FlagWay | undefined;
  /** What could not be read: overrides in there are not known. */
  readonly unread: readonly { readonly solution: string; readonly table?: string; readonly failure: string }[];
}

/**
 * Scans, by the same engine and the same rules as the page.
 * @param scope the whole environment, or these solutions
 * @throws DataverseError when the session ends or the person cancels
 */
export async function listOverrides(
  scope: "environment" | readonly InstalledSolution[],
  solutions: readonly InstalledSolution[],
  accepted: readonly AcceptedOverride[],
  transport: Transport,
  { clock, logger, signal }: Outside,
): Promise<OverrideList> {
  const entries = acceptedByComponent(accepted);
  const now = new Date(clock.now());
  const rows: ListedOverride[] = [];
  const unread: OverrideList["unread"][number][] = [];
  let way: FlagWay | undefined;
  const take = (component: ScannedComponent, outcome: ScanOutcome): void => {
    const facts = factsOf(outcome);
    const entry = entries.get(component.key);
    if (facts) rows.push(toListed(component, facts, outcome, entry, now));
  };
  await new OverrideScan({ scope, solutions }, transport).run(
    {
      isKnown: () => false,
      onOutcome: take,
      onFlags: () => undefined,
      onLayers: () => undefined,
      onWay: (taken) => (way = taken),
      onUnread: ({ solution, table }: FlagPart, error: DataverseError) => {
        const failure = error.serverText ?? error.message;
        logger.warn(`${solution.uniqueName}${table ? `, table ${table}` : ""} could not be read: ${failure}`);
        unread.push({ solution: solution.uniqueName, failure, ...(table !== undefined && { table }) });
      },
    },
    signal,
  );
  return { rows: sortOverrides(await withOrigins(rows, solutions, transport, signal), "owner"), way, unread };
}

async function withOrigins(
  rows: readonly ListedOverride[],
  solutions: readonly InstalledSolution[],
  transport: Transport,
  signal: AbortSignal,
): Promise<ListedOverride[]> {
  const components = rows.filter(changesSomething).map(({ component }) => component);
  const origins = await readOrigins(components, solutions, transport, signal);
  return rows.map((row) => {
    const origin = origins.get(row.component.key);
    return origin ? { ...row, origin } : row;
  });
}

function factsOf(outcome: ScanOutcome): OverrideFacts | undefined {
  const verdict = verdictOn(outcome);
  return verdict.kind === "override" ? verdict.facts : undefined;
}

function verdictOn(outcome: ScanOutcome): Verdict {
  if (outcome.status === "read") return judgeOverride(outcome.stack, DEFAULT_BOOKKEEPING);
  return unknownOverride(outcome.status === "failed" ? "readFailed" : "typeUnknown");
}

function toListed(
  { modifiedOn: _modifiedOn, ...component }: ScannedComponent,
  facts: OverrideFacts,
  outcome: ScanOutcome,
  accepted: AcceptedOverride | undefined,
  now: Date,
): ListedOverride {
  return {
    component,
    facts,
    acceptance: acceptanceOf(facts, accepted, now),
    ...(accepted && { accepted }),
    ...(outcome.status === "failed" && { failure: failureOf(outcome.error) }),
  };
}

function failureOf({ kind, code, serverText }: DataverseError): NonNullable<ListedOverride["failure"]> {
  return { kind, ...(code !== undefined && { code }), ...(serverText !== undefined && { serverText }) };
}
