import * as React from "react";
import { Announce } from "../../../../ui/Announce";
import { Button } from "../../../../ui/Button";
import { Column, Row } from "../../../../ui/Layout";
import { ProgressLine } from "../../../../ui/ProgressLine";
import { Muted } from "../../../../ui/Text";
import { FailureNotice } from "../../../FailureNotice";
import type { Product } from "../../../product";
import { useProduct } from "../../../product";
import type { Comparison } from "./useComparison";

export interface CompareBarProps {
  readonly comparison: Comparison;
  /** Solutions on the ladder. */
  readonly total: number;
}

/**
 * Reads what the solutions touch, on demand since it costs calls, and says how far it is. One button for reading and
 * cancelling, so that the focus has a place to stay.
 */
export function CompareBar({ comparison, total }: CompareBarProps): React.ReactElement {
  const product = useProduct();
  const { t, store, host } = product;
  const { reading, untouched, done, share, failures, read, cancel } = comparison;
  return (
    <Column gap={8}>
      <Row gap={12}>
        <Button text={buttonText(comparison, total, product)} onClick={reading ? cancel : read} />
        {untouched && <Muted>{t(total > 1 ? "Ladder_CompareText" : "Ladder_ReadOneText")}</Muted>}
      </Row>
      {reading && (
        <ProgressLine label={t("Ladder_Reading", host.formatNumber(done), host.formatNumber(total))} share={share} />
      )}
      {!reading &&
        failures.map(({ solution, failure }) => (
          <FailureNotice
            key={solution.id}
            title={t("Ladder_Failed", t("Ladder_Name", solution.displayName, solution.version))}
            failure={failure}
            onRetry={() => store.loadComponents(solution.id)}
          />
        ))}
      <Announce message={outcomeText(comparison, product)} />
    </Column>
  );
}

function buttonText({ reading, complete }: Comparison, total: number, { t }: Product): string {
  if (reading) return t("Ladder_Cancel");
  if (complete) return t("Ladder_ReadAgain");
  return t(total > 1 ? "Ladder_Compare" : "Ladder_ReadOne");
}

function outcomeText({ reading, untouched, complete }: Comparison, { t }: Product): string {
  if (reading || untouched) return "";
  return t(complete ? "Ladder_Read" : "Ladder_ReadPartly");
}
