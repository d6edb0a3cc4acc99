import * as React from "react";
import type { RollbackState } from "../../state/rollbacks/model";
import { Column, Row } from "../../ui/Layout";
import { Notice } from "../../ui/Notice";
import { StatusMark } from "../../ui/StatusMark";
import { Heading, Muted, TextButton } from "../../ui/Text";
import type { Product } from "../product";
import { useProduct } from "../product";
import { REFUSALS, verdictText, verdictTitle } from "./verdict";

type Previewed = Extract<RollbackState, { status: "previewed" }>;

export interface VerdictSectionProps {
  readonly state: Previewed;
  readonly onAgain: () => void;
}

const TONES = { possible: "good", blocked: "bad", uncertain: "unknown" } as const;

/** Whether it can be done, in words; what the answer cost and how old it is. */
export function VerdictSection({ state, onAgain }: VerdictSectionProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { preview } = state;
  const { refused, holdings, verdict } = preview;
  return (
    <Column gap={8}>
      <Heading level={3}>
        <StatusMark tone={refused.length > 0 ? "bad" : TONES[verdict]} word={verdictTitle(preview, product)} />
      </Heading>
      <div>{verdictText(preview, product)}</div>
      {refused.map(({ solutionId, name, reason }) => (
        <div key={solutionId}>{t(REFUSALS[reason], name || solutionId)}</div>
      ))}
      {holdings.map(({ id, uniqueName, version }) => (
        <Notice key={id} kind="warning" title={t("Rollback_Holding", uniqueName, version)}>
          {t("Rollback_HoldingText")}
        </Notice>
      ))}
      <Row gap={12} baseline>
        <Muted>{costText(state, product)}</Muted>
        <TextButton onClick={onAgain}>{t("Rollback_Again")}</TextButton>
      </Row>
    </Column>
  );
}

/** "27 calls, 2.1 s · read 2 Jan 03:04". */
function costText({ cost, preview }: Previewed, { t, plural, decimal, host }: Product): string {
  const seconds = t("Duration_Seconds", decimal(cost.duration / 1000));
  return t("Rollback_Cost", plural("Rollback_Calls", cost.calls), seconds, host.formatDate(preview.readAt, true));
}
