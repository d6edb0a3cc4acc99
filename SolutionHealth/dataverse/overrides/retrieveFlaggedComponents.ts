import type { SolutionComponent } from "../../domain/model/component";
import { queryText } from "../odata";
import { retrieveSummaries, SUMMARY_COLUMNS } from "../retrieveComponentSummaries";
import type { Transport } from "../transport";

/** Text literals: boolean ones are refused (fact sheet §3.2). */
const flaggedComponentsQuery = (): string =>
  `msdyn_solutioncomponentsummaries${queryText({
    $select: SUMMARY_COLUMNS,
    $filter: "msdyn_ismanaged eq 'true' and msdyn_hasactivecustomization eq 'true'",
  })}`;

/**
 * Every managed component of the environment that has an Active layer, by one query without a solution. One shipped
 * client relies on it, and the maker portal asks without a solution too (§3.2, §16); whether the answer is complete is
 * not documented [?], so it has to be checked against what solutions say of themselves.
 * @throws DataverseError
 */
export const retrieveFlaggedComponents = (transport: Transport, signal?: AbortSignal): Promise<SolutionComponent[]> =>
  retrieveSummaries(flaggedComponentsQuery(), transport, signal);
