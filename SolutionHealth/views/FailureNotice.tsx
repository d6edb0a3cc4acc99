import * as React from "react";
import type { Failure } from "../state/model";
import { Notice } from "../ui/Notice";
import { detailsOf, meaningOf } from "./failureTexts";
import { useProduct } from "./product";

export interface FailureNoticeProps {
  /** What happened: "The history could not be read." */
  readonly title: string;
  readonly failure: Failure;
  readonly onRetry?: () => void;
}

/** A failed area: what happened, what it means and what to do, with the evidence behind "Details". */
export function FailureNotice({ title, failure, onRetry }: FailureNoticeProps): React.ReactElement {
  const product = useProduct();
  return (
    <Notice kind="error" title={title} details={detailsOf(failure, product)} onRetry={onRetry}>
      {meaningOf(failure, product)}
    </Notice>
  );
}
