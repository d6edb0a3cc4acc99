import * as React from "react";
import type { RollbackPreview, RollbackStep } from "../../domain/rollbacks/rollbackPreview";
import { Column } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { Heading, Lines, Muted } from "../../ui/Text";
import { Timeline } from "../../ui/Timeline";
import { useProduct } from "../product";
import { useRollbackNames } from "./rollbackNames";

/** What goes when: patches before their base, extensions before what they extend; rings and what is missing named. */
export function OrderSection({ preview }: { readonly preview: RollbackPreview }): React.ReactElement | null {
  const { t } = useProduct();
  const names = useRollbackNames();
  const { steps, cycles, missing } = preview.order;
  // One step alone is what the page is about anyway.
  if (steps.length <= 1 && cycles.length === 0 && missing.length === 0) return null;
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Rollback_Order")}</Heading>
      <Timeline
        label={t("Rollback_Order")}
        items={steps}
        getKey={({ solution }) => solution.id}
        render={(step) => <Step step={step} />}
      />
      {cycles.map((ring) => (
        <Notice
          key={ring.join()}
          kind="warning"
          title={t("Rollback_Cycle", ring.map((name) => names.solution(name)).join(", "))}
        >
          {t("Rollback_CycleText")}
        </Notice>
      ))}
      {missing.length > 0 && (
        <Notice kind="warning" title={t("Rollback_Missing", missing.map((name) => names.solution(name)).join(", "))}>
          {t("Rollback_MissingText")}
        </Notice>
      )}
    </Column>
  );
}

function Step({ step: { solution, because, implied } }: { readonly step: RollbackStep }): React.ReactElement {
  const { t } = useProduct();
  return (
    <Lines>
      <span>
        <strong>{solution.displayName}</strong> {solution.version}
      </span>
      <Muted>
        {[
          solution.uniqueName,
          ...(because === "patch" ? [t("Rollback_StepPatch")] : []),
          ...(implied ? [t("Rollback_StepImplied")] : []),
        ].join(" · ")}
      </Muted>
    </Lines>
  );
}
