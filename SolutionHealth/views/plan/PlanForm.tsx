import * as React from "react";
import { checkPlan, type PlanField, type PlanProblem } from "../../domain/plan/checkPlan";
import { dayOf } from "../../domain/plan/day";
import {
  type MaintenancePlan,
  type PlanContent,
  PLANNED_WAYS,
  type PlannedWay,
} from "../../domain/plan/maintenancePlan";
import { Button } from "../../ui/Button";
import { DateInput } from "../../ui/DateInput";
import { LabelledChoice } from "../../ui/LabelledChoice";
import { Column, Row } from "../../ui/Layout";
import { TextInput } from "../../ui/TextInput";
import { useProduct } from "../product";
import { WAY_WORDS } from "./looks";

export interface PlanFormProps {
  readonly solution: string;
  readonly plan: MaintenancePlan | undefined;
  readonly busy: boolean;
  readonly onSave: (content: PlanContent) => void;
  readonly onRemove: () => void;
}

interface Draft {
  readonly responsible: string;
  readonly way: PlannedWay | "";
  readonly expectedVersion: string;
  readonly lastReview: string;
  readonly nextReview: string;
  readonly notes: string;
}

const EMPTY: Draft = { responsible: "", way: "", expectedVersion: "", lastReview: "", nextReview: "", notes: "" };
const FIELDS = Object.keys(EMPTY) as (keyof Draft)[];

function draftOf(plan: MaintenancePlan | undefined): Draft {
  const given = FIELDS.map((field) => [field, plan?.[field] ?? ""] as const);
  return { ...EMPTY, ...Object.fromEntries(given) };
}

/** What is left empty is left open in the plan. */
function contentOf(solution: string, draft: Draft): PlanContent {
  const { way, ...texts } = draft;
  const filled = Object.fromEntries(
    Object.entries(texts)
      .map(([name, text]) => [name, text.trim()] as const)
      .filter(([, text]) => text !== ""),
  );
  return { solution, ...filled, ...(way !== "" && { way }) };
}

/** The plan of one solution, to be changed. */
export function PlanForm({ solution, plan, busy, onSave, onRemove }: PlanFormProps): React.ReactElement {
  const { t, host } = useProduct();
  const [draft, setDraft] = React.useState(() => draftOf(plan));
  const content = contentOf(solution, draft);
  const problems = checkPlan(content);
  const errorOf = useErrors(problems);
  const set = (part: Partial<Draft>): void => setDraft({ ...draft, ...part });
  const unchanged = plan !== undefined && JSON.stringify(draft) === JSON.stringify(draftOf(plan));
  return (
    <Column gap={12}>
      <TextInput
        label={t("Plan_Responsible")}
        description={t("Plan_ResponsibleText")}
        value={draft.responsible}
        onChange={(responsible) => set({ responsible })}
        error={errorOf("responsible")}
      />
      <LabelledChoice<PlannedWay | "">
        label={t("Plan_Way")}
        value={draft.way}
        options={[
          { key: "", text: t("Plan_Way_Open") },
          ...PLANNED_WAYS.map((way) => ({ key: way, text: t(WAY_WORDS[way]) })),
        ]}
        onChange={(way) => set({ way })}
      />
      <TextInput
        label={t("Plan_Expected")}
        value={draft.expectedVersion}
        onChange={(expectedVersion) => set({ expectedVersion })}
        error={errorOf("expectedVersion")}
      />
      <DateInput
        label={t("Plan_LastReview")}
        value={draft.lastReview}
        onChange={(lastReview) => set({ lastReview })}
        error={errorOf("lastReview")}
      />
      <Row>
        <Button text={t("Plan_ReviewedToday")} onClick={() => set({ lastReview: dayOf(host.now()) })} />
      </Row>
      <DateInput
        label={t("Plan_NextReview")}
        value={draft.nextReview}
        onChange={(nextReview) => set({ nextReview })}
        error={errorOf("nextReview")}
      />
      <TextInput
        label={t("Plan_Notes")}
        value={draft.notes}
        onChange={(notes) => set({ notes })}
        lines={5}
        error={errorOf("notes")}
      />
      <Row>
        <Button
          primary
          text={t(plan ? "Plan_Save" : "Plan_Make")}
          disabled={busy || unchanged || problems.length > 0}
          onClick={() => onSave(content)}
        />
        {plan && <Button text={t("Plan_Remove")} disabled={busy} onClick={onRemove} />}
      </Row>
    </Column>
  );
}

function useErrors(problems: readonly PlanProblem[]): (field: PlanField) => string | undefined {
  const { t, host } = useProduct();
  return (field) => {
    const problem = problems.find((one) => one.field === field);
    if (!problem) return undefined;
    if (problem.kind === "tooLong") return t("Plan_TooLong", host.formatNumber(problem.limit));
    if (problem.kind === "notAVersion") return t("Plan_NotAVersion");
    return problem.kind === "beforeLastReview" ? t("Plan_BeforeLast") : t("Plan_NotADay");
  };
}
