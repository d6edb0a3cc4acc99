import type { RuleGroup } from "../../domain/health/finding";
import type { HealthState, JudgedFinding } from "../../domain/health/healthReport";
import { counts } from "../../domain/health/judgeFindings";

/** What the numbers above the list stand for, and filter by. */
export type HealthPill = HealthState | "accepted" | "new";

/** What the person asked the list for. */
export interface HealthQuery {
  readonly search: string;
  readonly pills: ReadonlySet<HealthPill>;
  readonly kind: RuleGroup | "";
  /** Display name of a publisher; "" = all. */
  readonly publisher: string;
  readonly grouping: "solution" | "rule";
  readonly showAccepted: boolean;
}

export const FIRST_QUERY: HealthQuery = {
  search: "",
  pills: new Set(),
  kind: "",
  publisher: "",
  grouping: "solution",
  showAccepted: false,
};

export const isNarrowed = ({ search, pills, kind, publisher }: HealthQuery): boolean =>
  search.trim() !== "" || pills.size > 0 || kind !== "" || publisher !== "";

/** The same list without what narrows it. */
export const withoutFilters = (query: HealthQuery): HealthQuery => ({
  ...FIRST_QUERY,
  grouping: query.grouping,
  showAccepted: query.showAccepted,
});

/** What the list is to be told of a finding besides the finding. */
export interface FindingSetting {
  /** State of its solution, or of the environment. */
  readonly state: HealthState;
  readonly publisher: string;
  /** Everything that is written about it: put together only where somebody searches. */
  readonly text: () => string;
}

/** Whether a finding is shown. One that was accepted or put off is hidden until it is asked for. */
export function matches(finding: JudgedFinding, setting: FindingSetting, query: HealthQuery, search: string): boolean {
  const { kind, publisher, showAccepted } = query;
  if (!counts(finding) && !showAccepted && !query.pills.has("accepted")) return false;
  if (kind !== "" && finding.group !== kind) return false;
  if (publisher !== "" && setting.publisher !== publisher) return false;
  if (!matchesPills(finding, setting, query.pills)) return false;
  const words = wordsOf(search);
  if (words.length === 0) return true;
  const text = plain(setting.text());
  return words.every((word) => text.includes(word));
}

/** States are those of solutions: pressed, they leave all findings about the solutions in that state. */
function matchesPills(finding: JudgedFinding, { state }: FindingSetting, pills: ReadonlySet<HealthPill>): boolean {
  if (pills.size === 0) return true;
  if (pills.has("accepted") && !counts(finding)) return true;
  if (pills.has("new") && finding.change === "new") return true;
  return pills.has(state) && counts(finding);
}

const wordsOf = (search: string): string[] =>
  plain(search)
    .split(/\s+/)
    .filter((word) => word !== "");

/** Lower case without accents: who searches for "resume" finds "Résumé". */
const plain = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
