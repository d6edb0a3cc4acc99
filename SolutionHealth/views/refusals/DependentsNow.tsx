import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { Button } from "../../ui/Button";
import { EntryList } from "../../ui/EntryList";
import { Column } from "../../ui/Layout";
import { ProgressLine } from "../../ui/ProgressLine";
import { Heading, Muted } from "../../ui/Text";
import { FailureNotice } from "../FailureNotice";
import { useProduct } from "../product";
import { failureOf, isLoading, shown } from "../resource";
import { ComponentLink } from "../rollbacks/ComponentLink";
import { useDependents } from "./dependents";

export interface DependentsNowProps {
  /** What was to go. */
  readonly component: RollbackComponent;
  readonly onOpen: (component: RollbackComponent) => void;
}

/** What needs the component as things are now, asked for by the person: the text of a refusal names one at most. */
export function DependentsNow({ component, onOpen }: DependentsNowProps): React.ReactElement {
  const { t, plural } = useProduct();
  const { store, state } = useDependents();
  const resource = state.get(component.key) ?? { status: "idle" as const };
  const dependents = shown(resource);
  const failure = failureOf(resource);
  const read = (): void => store.read(component);
  return (
    <Column gap={8}>
      <Heading level={3}>{t("Refusal_Dependents")}</Heading>
      {failure && <FailureNotice title={t("Refusal_DependentsFailed")} failure={failure} onRetry={read} />}
      {isLoading(resource) && <ProgressLine label={t("Refusal_DependentsReading")} />}
      {dependents && (
        <>
          <Muted>{plural("Refusal_DependentsCount", dependents.length)}</Muted>
          <EntryList
            label={t("Refusal_Dependents")}
            items={dependents}
            getKey={({ key }) => key}
            render={(dependent) => <ComponentLink component={dependent} onOpen={onOpen} />}
          />
        </>
      )}
      {resource.status === "idle" && <Button text={t("Refusal_DependentsRead")} onClick={read} />}
    </Column>
  );
}
