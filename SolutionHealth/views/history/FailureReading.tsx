import * as React from "react";
import { platformCode, platformError } from "../../domain/failures/platformErrors";
import type { SolutionOperation } from "../../domain/model/operation";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { Column } from "../../ui/Layout";
import { Details, Notice } from "../../ui/Notice";
import type { NoticeDetail } from "../../ui/Notice";
import { Heading } from "../../ui/Text";
import { platformErrorAdvice, platformErrorMeaning } from "../platformErrorTexts";
import type { Product } from "../product";
import { useProduct } from "../product";
import { RefusalReading } from "../refusals/RefusalReading";

export interface FailureReadingProps {
  readonly operation: SolutionOperation;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

const NONE: readonly RollbackComponent[] = [];

/** Why an operation failed: what its code means, what to do, and the server's own words to be handed on. */
export function FailureReading({ operation, onOpenComponent }: FailureReadingProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const known = platformError(operation.errorCode, operation.errorText);
  return (
    <Column gap={12}>
      <Notice kind="error" title={known ? platformErrorMeaning(known, product) : t("FailureReading_NotKnown")}>
        {known ? platformErrorAdvice(known, product) : t("FailureReading_NotKnownDo")}
      </Notice>
      <RefusalReading
        code={operation.errorCode}
        text={operation.errorText}
        components={NONE}
        onOpenComponent={onOpenComponent}
      />
      <Heading level={3}>{t("FailureReading_Evidence")}</Heading>
      <Details details={evidence(operation, product)} />
    </Column>
  );
}

/** What a failed operation left behind, to be copied and handed on. */
function evidence({ errorCode, errorText, activityId }: SolutionOperation, { t }: Product): NoticeDetail[] {
  return [
    ...(errorCode ? [{ label: t("Detail_Code"), value: platformCode(errorCode) ?? errorCode }] : []),
    ...(errorText ? [{ label: t("Detail_ErrorText"), value: errorText, long: true }] : []),
    ...(activityId ? [{ label: t("Detail_ActivityId"), value: activityId }] : []),
  ];
}
