import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import { Button } from "../../ui/Button";
import { Row } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import { useProduct } from "../product";

export interface ChoiceBarProps {
  readonly chosen: ReadonlySet<Guid>;
  readonly onClear: () => void;
  readonly onPreviewUninstall: () => void;
}

/** What can be done with the chosen solutions. Nothing where none is chosen. */
export function ChoiceBar({ chosen, onClear, onPreviewUninstall }: ChoiceBarProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  if (chosen.size === 0) return null;
  return (
    <Row gap={12}>
      <Muted>{plural("Choice_Chosen", chosen.size)}</Muted>
      <Button text={plural("Choice_Preview", chosen.size)} icon="Undo" onClick={onPreviewUninstall} />
      <TextButton onClick={onClear}>{t("Choice_Clear")}</TextButton>
    </Row>
  );
}
