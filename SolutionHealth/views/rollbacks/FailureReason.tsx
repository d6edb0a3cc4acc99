import * as React from "react";
import { platformError } from "../../domain/failures/platformErrors";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import type { RollbackPreview } from "../../domain/rollbacks/rollbackPreview";
import type { TrackedJob } from "../../state/jobs/model";
import { Column } from "../../ui/Layout";
import { platformErrorAdvice, platformErrorMeaning } from "../platformErrorTexts";
import { useProduct } from "../product";
import { RefusalReading } from "../refusals/RefusalReading";

export interface FailureReasonProps {
  readonly job: TrackedJob;
  readonly preview: RollbackPreview;
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

/** What the environment's refusal means, what to do about it, and what its text names as standing in the way. */
export function FailureReason({ job, preview, onOpenComponent }: FailureReasonProps): React.ReactElement | null {
  const product = useProduct();
  const code = job.failure?.code;
  const text = job.failure?.serverText ?? job.message;
  const known = platformError(code, text);
  const components = React.useMemo(() => componentsOf(preview), [preview]);
  if (!known) return null;
  return (
    <Column gap={8}>
      <div>
        <strong>{platformErrorMeaning(known, product)}</strong> {platformErrorAdvice(known, product)}
      </div>
      <RefusalReading code={code} text={text} components={components} onOpenComponent={onOpenComponent} />
    </Column>
  );
}

const componentsOf = ({ fates, blockers }: RollbackPreview): RollbackComponent[] => [
  ...fates.map(({ component }) => component),
  ...blockers.map(({ dependent }) => dependent),
];
