import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { SidePanel } from "../../ui/SidePanel";
import { ErrorBoundary } from "../ErrorBoundary";
import { useProduct } from "../product";
import { shown } from "../resource";
import { useRollbacks } from "./rollbacks";
import { RollbackView } from "./RollbackView";
import { stateOf, targetsKey } from "./targets";

export interface RollbackPanelProps {
  readonly targets: readonly Guid[];
  readonly onOpenComponent: (component: RollbackComponent) => void;
  readonly onClose: () => void;
}

/** The preview of several solutions, or of one that is gone meanwhile, in a panel of its own. */
export function RollbackPanel({ targets, onOpenComponent, onClose }: RollbackPanelProps): React.ReactElement {
  const { t, plural, state } = useProduct();
  const { state: rollback } = useRollbacks();
  const own = stateOf(rollback, targets);
  const known = [...(own.status === "previewed" ? own.preview.targets : []), ...(shown(state.solutions) ?? [])];
  const solutions = targets.map((id) => known.find((solution) => solution.id === id));
  const names = solutions.map((solution, index) => solution?.displayName ?? targets[index]);
  const [only] = solutions;
  // A patch often has the display name of its base.
  const single = only && t("Panel_Subtitle", only.uniqueName, only.version);
  return (
    <SidePanel
      title={plural("Rollback_Panel", targets.length, names[0] ?? "")}
      subtitle={names.length > 1 ? names.join(", ") : single}
      onClose={onClose}
      wide
    >
      <ErrorBoundary key={targetsKey(targets)}>
        <RollbackView targets={targets} onOpenComponent={onOpenComponent} onDone={onClose} />
      </ErrorBoundary>
    </SidePanel>
  );
}
