import type { FindingColumn } from "../../domain/health/report/findingCells";
import type { HealthWords, ReportHeading } from "../../domain/health/report/healthWords";
import type { Product } from "../product";
import { actionWord } from "./actions";
import type { FindingWords } from "./findingWords";
import {
  ACCEPTANCE_WORDS,
  CHANGE_WORDS,
  GROUP_WORDS,
  PART_WORDS,
  SEVERITY_LOOKS,
  SHOWN_LOOKS,
  WHY_WORDS,
} from "./looks";
import { unknownText } from "./NotJudged";
import { RULE_WORDS } from "./words/ruleWords";

const HEADINGS: Readonly<Record<ReportHeading, string>> = {
  title: "Health_ReportTitle",
  environment: "Health_ReportPlace",
  createdOn: "Health_ReportCreated",
  state: "Health_ReportState",
  changes: "Health_ReportChanges",
  gone: "Health_ReportGone",
  solutions: "Health_ReportSolutions",
  solution: "Health_ReportSolution",
  findings: "Health_Findings",
  unknown: "Health_Unknown",
  read: "Health_Parts",
  part: "Health_Part",
  readOn: "Health_PartRead",
  nothingFound: "Health_Nothing",
};

const COLUMNS: Readonly<Record<FindingColumn, string>> = {
  solution: "Health_ReportSolution",
  uniqueName: "Overview_UniqueName",
  severity: "Health_Column_Severity",
  group: "Health_Kind",
  rule: "Health_Column_Rule",
  finding: "Health_Column_Finding",
  subjects: "Health_Column_Subjects",
  since: "Health_Column_Since",
  meaning: "Health_Column_Meaning",
  action: "Health_Column_Action",
  acceptance: "Health_Column_Acceptance",
  reason: "Health_Reason",
  until: "Health_UntilField",
  change: "Health_Column_Change",
};

/** The words of a report, in the language of the page. */
export function reportWords(product: Product, words: FindingWords): HealthWords {
  const { t, plural, host } = product;
  return {
    language: t("Language_Tag"),
    heading: (heading) => t(HEADINGS[heading]),
    column: (column) => t(COLUMNS[column]),
    state: (state) => t(SHOWN_LOOKS[state].word),
    severity: (severity) => t(SEVERITY_LOOKS[severity].word),
    group: (group) => t(GROUP_WORDS[group]),
    rule: (rule) => t(RULE_WORDS[rule].title),
    found: words.found,
    meaning: (rule) => t(RULE_WORDS[rule].meaning),
    action: (action) => t(actionWord(action)),
    acceptance: (acceptance) => t(ACCEPTANCE_WORDS[acceptance]),
    change: (change) => t(CHANGE_WORDS[change]),
    part: (part) => t(PART_WORDS[part]),
    unknown: (unknown) => unknownText(unknown, product, words),
    notRead: (status) => t(WHY_WORDS[status]),
    counts: (counts) =>
      [
        plural("Health_CountAtRisk", counts.atRisk),
        plural("Health_CountAttention", counts.attention),
        plural("Health_CountUnknown", counts.unknown),
        counts.healthy === undefined
          ? plural("Health_CountNoProblem", counts.noProblemFound ?? 0)
          : plural("Health_CountHealthy", counts.healthy),
        plural("Health_CountAccepted", counts.accepted),
      ].join(", "),
    changes: (change) =>
      `${t("Health_ChangesTitle", host.formatDate(change.since, false))}: ${[
        plural("Health_ChangeNew", change.new),
        plural("Health_ChangeWorse", change.worse),
        plural("Health_ChangeBetter", change.better),
        plural("Health_ChangeChanged", change.changed),
        plural("Health_ChangeGone", change.gone),
      ].join(", ")}`,
    solution: words.solution,
    date: (date) => host.formatDate(date, true),
  };
}
