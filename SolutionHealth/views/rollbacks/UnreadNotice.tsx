import * as React from "react";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { UnreadFact } from "../../domain/rollbacks/rollbackFacts";
import { Notice } from "../../ui/Notice";
import { useProduct } from "../product";
import { useRollbackNames } from "./rollbackNames";

export interface UnreadNoticeProps {
  readonly preview: RollbackPreview;
  readonly onAgain: () => void;
}

const WHAT_WORDS: Readonly<Record<UnreadFact["what"], string>> = {
  members: "Unread_Members",
  holders: "Unread_Holders",
  dependencies: "Unread_Dependencies",
  types: "Unread_Types",
};

/** What could not be read: the preview says nothing about it. */
export function UnreadNotice({ preview: { unread }, onAgain }: UnreadNoticeProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  const names = useRollbackNames();
  if (unread.length === 0) return null;
  const details = unread.map(({ what, solution, table, why }, index) => ({
    label: t(
      "Unread_Label",
      String(index + 1),
      [t(WHAT_WORDS[what]), solution && names.solution(solution), table].filter(Boolean).join(" · "),
    ),
    value: names.why(why),
    long: true,
  }));
  return (
    <Notice kind="warning" title={plural("Unread_Title", unread.length)} details={details} onRetry={onAgain}>
      {t("Unread_Text")}
    </Notice>
  );
}
