import * as React from "react";
import type { ComponentKey } from "../../domain/layers/componentLayer";
import { Button } from "../../ui/Button";
import { Row } from "../../ui/Layout";
import { Muted } from "../../ui/Text";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { useOverrides } from "./overrides";
import { useMayWrite } from "./writing";

export interface SelectionBarProps {
  readonly keys: readonly ComponentKey[];
  readonly onAccept: () => void;
}

/** What can be done with the chosen rows. */
export function SelectionBar({ keys, onAccept }: SelectionBarProps): React.ReactElement | null {
  const { t, plural } = useProduct();
  const { store, state } = useOverrides();
  const mayWrite = useMayWrite() === "granted";
  // Where there is little room, only what can be done now has some.
  const phone = useWidth() === "phone";
  if (phone && keys.length === 0) return null;
  const chosen = new Set(keys);
  const rows = state.rows.filter(({ component }) => chosen.has(component.key));
  const judged = rows.filter(({ facts }) => facts.state !== "unknown");
  const accepted = rows.filter((row) => row.accepted !== undefined);
  return (
    <Row gap={8}>
      <Muted>{keys.length === 0 ? t("Selection_None") : plural("Selection_Chosen", keys.length)}</Muted>
      {mayWrite && (
        <Button
          text={plural("Selection_Remove", keys.length)}
          icon="Undo"
          disabled={keys.length === 0}
          onClick={() => store.prepareRemoval(keys)}
        />
      )}
      <Button text={t("Selection_Accept")} icon="CheckMark" disabled={judged.length === 0} onClick={onAccept} />
      {accepted.length > 0 && (
        <Button
          text={plural("Selection_Withdraw", accepted.length)}
          onClick={() => store.withdraw(accepted.map(({ component }) => component.key))}
        />
      )}
    </Row>
  );
}
