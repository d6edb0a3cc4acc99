import * as React from "react";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import { Notice } from "../../ui/Notice";
import { useProduct } from "../product";
import { useRollbackNames } from "./rollbackNames";

export interface UnreadNoticeProps {
  readonly preview: RollbackPreview;
  readonly onAgain: () => void;
}

/** What could not be read: the preview says nothing about it. */
export function UnreadNotice({ preview: { unread }, onAgain }: UnreadNoticeProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  const names = useRollbackNames();
  if (unread.length === 0) return null;
  const details = unread.map((fact, index) => ({
    label: t("Unread_Label", String(index + 1), names.unread(fact)),
    value: names.why(fact.why),
    long: true,
  }));
  return (
    <Notice kind="warning" title={plural("Unread_Title", unread.length)} details={details} onRetry={onAgain}>
      {t("Unread_Text")}
    </Notice>
  );
}
