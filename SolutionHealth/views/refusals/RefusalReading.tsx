import * as React from "react";
import { blockersFromMessage, type RefusalReading as Reading } from "../../domain/rollbacks/blockersFromMessage";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { Column } from "../../ui/Layout";
import { Heading, Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { shown } from "../resource";
import { BlockersSection } from "../rollbacks/BlockersSection";
import { ComponentLink } from "../rollbacks/ComponentLink";
import { useRollbackNames } from "../rollbacks/rollbackNames";
import { DependentsNow } from "./DependentsNow";

export interface RefusalReadingProps {
  readonly code: string | undefined;
  readonly text: string | undefined;
  /** Components that are known already: those the text names are called by their names. */
  readonly components: readonly RollbackComponent[];
  readonly onOpenComponent: (component: RollbackComponent) => void;
}

/** What the server's refusal names: the component, what needs it, the solution that has to go first. */
export function RefusalReading(props: RefusalReadingProps): React.ReactElement | null {
  const { code, text, components, onOpenComponent } = props;
  const { t, state } = useProduct();
  const solutions = shown(state.solutions);
  const reading = React.useMemo(
    () => blockersFromMessage(code, text ?? "", { components, solutions: solutions ?? [] }),
    [code, text, components, solutions],
  );
  if (!reading || isEmpty(reading)) return null;
  const required = reading.required ?? reading.blockers[0]?.required;
  return (
    <Column gap={12}>
      <BlockersSection
        title={t("Refusal_Names")}
        note={t("Refusal_NamesNote")}
        blockers={reading.blockers}
        onOpenComponent={onOpenComponent}
      />
      {reading.required && <Named reading={reading} required={reading.required} onOpen={onOpenComponent} />}
      {required && required.type > 0 && <DependentsNow component={required} onOpen={onOpenComponent} />}
    </Column>
  );
}

const isEmpty = ({ blockers, required, solution }: Reading): boolean =>
  blockers.length === 0 && required === undefined && solution === undefined;

interface NamedProps {
  readonly reading: Reading;
  readonly required: RollbackComponent;
  readonly onOpen: (component: RollbackComponent) => void;
}

/** Where the text names one end only. */
function Named({ reading: { solution, referencedBy }, required, onOpen }: NamedProps): React.ReactElement {
  const { t, plural } = useProduct();
  const names = useRollbackNames();
  return (
    <Column gap={4}>
      <Heading level={3}>{t("Refusal_Names")}</Heading>
      <ComponentLink component={required} onOpen={onOpen} />
      {referencedBy !== undefined && <Muted>{plural("Refusal_ReferencedBy", referencedBy)}</Muted>}
      {solution && <Muted>{t("Refusal_Solution", names.layer(solution))}</Muted>}
    </Column>
  );
}
