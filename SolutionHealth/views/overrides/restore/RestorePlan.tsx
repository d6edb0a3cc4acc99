import * as React from "react";
import type { ComponentKey } from "../../../domain/layers/componentLayer";
import type { RestoreItem, RestoreState } from "../../../state/overrides/model";
import { Button } from "../../../ui/Button";
import { Check } from "../../../ui/Check";
import { DialogBox } from "../../../ui/DialogBox";
import { Column } from "../../../ui/Layout";
import { useProduct } from "../../product";
import { shown } from "../../resource";
import { useOverrides } from "../overrides";
import { toggled } from "../query";
import { useMayWrite } from "../writing";
import { ReadOnlyNotice } from "../ReadOnlyNotice";
import { RestoreItemView } from "./RestoreItemView";

const CANCEL = "shl-restore-cancel";

export interface RestorePlanProps {
  readonly restore: Extract<RestoreState, { status: "ready" }>;
}

/** What would be written, item by item. At another version than that of the backup only what is chosen by hand. */
export function RestorePlan({ restore }: RestorePlanProps): React.ReactElement {
  const { t, plural, host, state } = useProduct();
  const { store } = useOverrides();
  const mayWrite = useMayWrite() === "granted";
  const { items, fileName, createdOn } = restore;
  const [chosen, setChosen] = React.useState<ReadonlySet<ComponentKey>>(() => chosenAtFirst(items));
  const close = (): void => store.closeRestore();
  const environment = shown(state.environment)?.name ?? host.clientUrl;
  return (
    <DialogBox
      title={t("Restore_Title")}
      onClose={close}
      firstFocus={CANCEL}
      wide
      buttons={
        <>
          <Button className={CANCEL} text={t("Ui_Cancel")} onClick={close} />
          {mayWrite && (
            <Button
              primary
              text={plural("Restore_Button", chosen.size)}
              disabled={chosen.size === 0}
              onClick={() => store.restore([...chosen])}
            />
          )}
        </>
      }
    >
      <div>{t("Restore_Text", fileName, host.formatDate(createdOn, true), environment)}</div>
      <ReadOnlyNotice />
      <Column gap={16}>
        {items.map((item) => (
          <Column key={item.component.key} gap={4}>
            <Check
              label={item.component.displayName || item.component.name}
              checked={chosen.has(item.component.key)}
              disabled={!item.writable || !mayWrite}
              onChange={() => setChosen(toggled(chosen, item.component.key))}
            />
            <RestoreItemView item={item} />
          </Column>
        ))}
      </Column>
    </DialogBox>
  );
}

const chosenAtFirst = (items: readonly RestoreItem[]): ReadonlySet<ComponentKey> =>
  new Set(
    items
      .filter(({ writable, notes }) => writable && !notes.includes("versionChanged"))
      .map(({ component }) => component.key),
  );
