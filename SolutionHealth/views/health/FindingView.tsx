import * as React from "react";
import type { JudgedFinding } from "../../domain/health/healthReport";
import { subjectText } from "../../domain/health/report/findingCells";
import { Badge } from "../../ui/Badge";
import { Column, Row } from "../../ui/Layout";
import { StatusMark } from "../../ui/StatusMark";
import { Lines, Muted, OneLine, OuterLink, TextButton } from "../../ui/Text";
import type { Place } from "../host";
import type { Product } from "../product";
import { useProduct } from "../product";
import { actionTarget, actionWord } from "./actions";
import { useFindingWords, useHealth } from "./health";
import { counts } from "../../domain/health/judgeFindings";
import { ACCEPTANCE_WORDS, CHANGE_WORDS, SEVERITY_LOOKS } from "./looks";
import { RULE_WORDS } from "./words/ruleWords";

export interface FindingViewProps {
  readonly finding: JudgedFinding;
  /** Which solution it is about, where the group does not say it. */
  readonly withSolution: boolean;
  readonly go: (place: Place) => void;
  readonly onDecide: (finding: JudgedFinding, decision: "accept" | "snooze") => void;
}

/** One finding: what, since when, why it matters in one sentence, and one action. */
export const FindingView = React.memo(function FindingView(props: FindingViewProps): React.ReactElement {
  const { finding, withSolution } = props;
  const product = useProduct();
  const { t } = product;
  const words = useFindingWords();
  const { tone, word } = SEVERITY_LOOKS[finding.severity];
  const found = words.found(finding);
  const notes = notesOf(finding, product);
  return (
    <Column gap={4}>
      <Row gap={8}>
        <StatusMark tone={counts(finding) ? tone : "neutral"} word={t(word)} />
        <strong>{withSolution ? `${words.solution(finding.solution)} – ${found}` : found}</strong>
        {finding.change && finding.change !== "same" && (
          <Badge look={finding.change === "better" ? "quiet" : "accent"}>{t(CHANGE_WORDS[finding.change])}</Badge>
        )}
        {notes.length > 0 && <Muted>{notes.join(" · ")}</Muted>}
      </Row>
      <span>{t(RULE_WORDS[finding.ruleId].meaning)}</span>
      <Subjects finding={finding} />
      <FindingActions {...props} found={found} />
    </Column>
  );
});

/** "since 9 Nov · accepted · by Ann Beck · until 1 June · reason". */
function notesOf({ since, acceptance, decision }: JudgedFinding, { t, host }: Product): string[] {
  const told = acceptance !== "open";
  return [
    ...(since ? [t("Health_Since", host.formatDate(since, false))] : []),
    ...(told ? [t(ACCEPTANCE_WORDS[acceptance])] : []),
    ...(told && decision?.acceptedBy ? [t("Health_By", decision.acceptedBy)] : []),
    ...(told && decision?.until ? [t("Health_Until", decision.until)] : []),
    ...(decision ? [decision.reason, ...(decision.note ? [decision.note] : [])] : []),
  ];
}

/** So many names are read at a glance; more of them open. */
const AT_A_GLANCE = 3;

function Subjects({ finding: { subjects } }: Pick<FindingViewProps, "finding">): React.ReactElement | null {
  const { plural } = useProduct();
  const [open, setOpen] = React.useState(false);
  if (subjects.length === 0) return null;
  if (subjects.length <= AT_A_GLANCE) {
    return (
      <Muted>
        <OneLine text={subjects.map(subjectText).join(" · ")} />
      </Muted>
    );
  }
  return (
    <div>
      <TextButton expanded={open} onClick={() => setOpen(!open)}>
        {plural("Health_Named", subjects.length)}
      </TextButton>
      {open && (
        <Lines>
          {subjects.map((subject, index) => (
            <OneLine key={`${subject.kind} ${subject.id ?? subject.name} ${index}`} text={subjectText(subject)} />
          ))}
        </Lines>
      )}
    </div>
  );
}

function FindingActions({
  finding,
  go,
  onDecide,
  found,
}: FindingViewProps & { readonly found: string }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { store, state } = useHealth();
  const words = useFindingWords();
  const target = actionTarget(finding.action, product, words);
  const word = t(actionWord(finding.action));
  const { mayDecide } = state.memory;
  return (
    <Row gap={16}>
      {target?.kind === "place" && (
        <TextButton name={t("Health_ActionOn", word, found)} onClick={() => go(target.place)}>
          {word}
        </TextButton>
      )}
      {target?.kind === "address" && <OuterLink url={target.url}>{word}</OuterLink>}
      {mayDecide && counts(finding) && (
        <>
          <TextButton name={t("Health_AcceptThis", found)} onClick={() => onDecide(finding, "accept")}>
            {t("Health_Accept")}
          </TextButton>
          <TextButton name={t("Health_SnoozeThis", found)} onClick={() => onDecide(finding, "snooze")}>
            {t("Health_Snooze")}
          </TextButton>
        </>
      )}
      {mayDecide && !counts(finding) && (
        <TextButton name={t("Health_WithdrawThis", found)} onClick={() => store.withdraw(finding)}>
          {t("Health_Withdraw")}
        </TextButton>
      )}
    </Row>
  );
}
