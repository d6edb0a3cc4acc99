import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { Lines, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { useRollbackNames } from "./rollbackNames";

export interface ComponentLinkProps {
  readonly component: RollbackComponent;
  /** Said below the name; type and place unless told. */
  readonly second?: string;
  readonly onOpen: (component: RollbackComponent) => void;
}

/** A component by name, as the way to its layers. */
export function ComponentLink({ component, second, onOpen }: ComponentLinkProps): React.ReactElement {
  const { t } = useProduct();
  const names = useRollbackNames();
  const name = names.component(component);
  return (
    <Lines>
      <TextButton onClick={() => onOpen(component)} name={t("Rollback_OpenLayers", name)}>
        {name}
      </TextButton>
      <Muted>{second ?? names.kind(component)}</Muted>
    </Lines>
  );
}
