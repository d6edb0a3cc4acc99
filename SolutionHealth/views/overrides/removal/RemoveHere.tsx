import * as React from "react";
import type { LayerView } from "../../../state/overrides/model";
import { Button } from "../../../ui/Button";
import { Column, Row } from "../../../ui/Layout";
import { Muted } from "../../../ui/Text";
import { useProduct } from "../../product";
import { useOverrides } from "../overrides";
import { useMayWrite } from "../writing";
import { NOTE_SENTENCES } from "./removalTexts";

/** The way to take back the override of the component whose layers are on the screen, or why there is none. */
export function RemoveHere({ view }: { readonly view: LayerView }): React.ReactElement | null {
  const { t, plural } = useProduct();
  const { store } = useOverrides();
  const mayWrite = useMayWrite() === "granted";
  const { verdict, notes } = view.removability;
  if (notes.includes("noActiveLayer")) return null;
  return (
    <Column gap={4}>
      {notes.map((note) => (
        <Muted key={note}>{t(NOTE_SENTENCES[note])}</Muted>
      ))}
      {mayWrite && verdict !== "refused" && (
        <Row>
          <Button
            text={plural("Selection_Remove", 1)}
            icon="Undo"
            onClick={() => store.prepareRemoval([view.component.key])}
          />
        </Row>
      )}
    </Column>
  );
}
