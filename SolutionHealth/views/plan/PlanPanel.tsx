import * as React from "react";
import { planKey } from "../../domain/plan/maintenancePlan";
import type { PlanRow } from "../../domain/plan/planList";
import type { PlanSaving } from "../../state/plan/model";
import { Announce } from "../../ui/Announce";
import { Facts } from "../../ui/Facts";
import { Notice } from "../../ui/Notice";
import { SidePanel } from "../../ui/SidePanel";
import { TextButton } from "../../ui/Text";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { contradictionText, dayText, DOUBT_WORDS, WAY_WORDS } from "./looks";
import { PlanForm } from "./PlanForm";
import { usePlans } from "./plans";

export interface PlanPanelProps {
  readonly row: PlanRow;
  readonly onClose: () => void;
}

/** The plan of one solution: what contradicts it, and all of it, to be changed by who may. */
export function PlanPanel({ row, onClose }: PlanPanelProps): React.ReactElement {
  const { t } = useProduct();
  const { store, state } = usePlans();
  const { plan, solution } = row;
  const saving = state.saving.get(planKey(solution));
  const isBusy = saving?.status === "saving";
  return (
    <SidePanel
      title={row.displayName}
      subtitle={row.installed ? t("Plan_Subtitle", solution, row.installed.version) : solution}
      onClose={onClose}
    >
      <PlanMessages row={row} saving={saving} />
      {state.missing.length > 0 ? (
        <ReadOnlyPlan row={row} />
      ) : (
        <PlanForm
          key={`${plan?.id ?? ""} ${plan?.etag ?? ""}`}
          solution={solution}
          plan={plan}
          busy={isBusy}
          onSave={(content) => store.save(content, plan)}
          onRemove={() => plan && store.remove(plan)}
        />
      )}
      {plan && <PlanTrace row={row} />}
    </SidePanel>
  );
}

interface PlanMessagesProps {
  readonly row: PlanRow;
  readonly saving: PlanSaving | undefined;
}

/** What contradicts the plan, what of it could not be judged, and how the last change of it went. */
function PlanMessages({ row, saving }: PlanMessagesProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  return (
    <>
      {row.findings.map((finding) => (
        <Notice key={finding.fingerprint} kind="warning" title={contradictionText(finding, product)} />
      ))}
      {row.doubts.map((doubt) => (
        <Notice key={doubt} kind="info" title={t(DOUBT_WORDS[doubt])} />
      ))}
      {row.standing === "gone" && <Notice kind="info" title={t("Plan_GoneText")} />}
      <FurtherRows row={row} />
      {saving?.status === "failed" && <FailureNotice title={t("Plan_NotSaved")} failure={saving.failure} />}
      {saving?.status === "saving" && <Announce message={t("Plan_Saving")} />}
    </>
  );
}

/** Rows about the same solution that somebody made on the form, which do not count: which ones, and how they go. */
function FurtherRows({ row: { others, solution } }: Pick<PlanPanelProps, "row">): React.ReactElement | null {
  const { t, plural, host } = useProduct();
  const { store, state } = usePlans();
  if (others.length === 0) return null;
  const isBusy = state.saving.get(planKey(solution))?.status === "saving";
  const unknown = t("Value_Unknown");
  return (
    <Notice kind="info" title={plural("Plan_Further", others.length)}>
      {others.map((plan) => {
        const when = plan.modifiedOn ? host.formatDate(plan.modifiedOn, true) : unknown;
        const text = t("Plan_FurtherRow", plan.responsible ?? t("Plan_Way_Open"), plan.modifiedBy ?? unknown, when);
        return (
          <div key={plan.id}>
            {text}{" "}
            {state.missing.length === 0 && !isBusy && (
              <TextButton onClick={() => store.remove(plan)} name={t("Plan_FurtherRemove", text)}>
                {t("Plan_Remove")}
              </TextButton>
            )}
          </div>
        );
      })}
    </Notice>
  );
}

function ReadOnlyPlan({ row: { plan } }: Pick<PlanPanelProps, "row">): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  if (!plan) return <Notice kind="info" title={t("Plan_Standing_Missing")} />;
  const open = t("Plan_Way_Open");
  return (
    <Facts
      facts={[
        { label: t("Plan_Responsible"), value: plan.responsible ?? open },
        { label: t("Plan_Way"), value: plan.way ? t(WAY_WORDS[plan.way]) : open },
        { label: t("Plan_Expected"), value: plan.expectedVersion ?? open },
        { label: t("Plan_LastReview"), value: dayText(plan.lastReview, product) || open },
        { label: t("Plan_NextReview"), value: dayText(plan.nextReview, product) || open },
        { label: t("Plan_Notes"), value: plan.notes ?? open },
      ]}
    />
  );
}

/** Whose the row is, and who changed it last. */
function PlanTrace({ row: { plan } }: Pick<PlanPanelProps, "row">): React.ReactElement {
  const { t, host } = useProduct();
  const unknown = t("Value_Unknown");
  return (
    <Facts
      facts={[
        { label: t("Plan_Owner"), value: plan?.owner?.name ?? unknown },
        { label: t("Plan_ChangedBy"), value: plan?.modifiedBy ?? unknown },
        { label: t("Plan_ChangedOn"), value: plan?.modifiedOn ? host.formatDate(plan.modifiedOn, true) : unknown },
      ]}
    />
  );
}
