import * as React from "react";
import type { RollbackComponent } from "../../domain/rollbacks/rollbackFacts";
import { Lines, Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import type { RollbackNames } from "./rollbackNames";

export interface ComponentLinkProps {
  readonly component: RollbackComponent;
  readonly names: RollbackNames;
  readonly onOpen: (component: RollbackComponent) => void;
}

/** A component by name, as the way to its layers. */
export function ComponentLink({ component, names, onOpen }: ComponentLinkProps): React.ReactElement {
  const { t } = useProduct();
  const name = names.component(component);
  return (
    <Lines>
      <TextButton onClick={() => onOpen(component)} name={t("Rollback_OpenLayers", name)}>
        {name}
      </TextButton>
      <Muted>{names.kind(component)}</Muted>
    </Lines>
  );
}
