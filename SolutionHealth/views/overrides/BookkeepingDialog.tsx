import * as React from "react";
import { DEFAULT_BOOKKEEPING, tidyBookkeeping } from "../../domain/overrides/bookkeeping";
import { Button } from "../../ui/Button";
import { DialogBox } from "../../ui/DialogBox";
import { TextInput } from "../../ui/TextInput";
import { TextButton } from "../../ui/Text";
import { useProduct } from "../product";
import { useOverrides } from "./overrides";

/** The properties whose change alone makes no override, to be read and edited. */
export function BookkeepingDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const { t, plural } = useProduct();
  const { store, state } = useOverrides();
  const [text, setText] = React.useState(state.bookkeeping.join("\n"));
  const properties = tidyBookkeeping(text.split(/[\s,;]+/));
  const apply = (): void => {
    store.setBookkeeping(properties);
    onClose();
  };
  return (
    <DialogBox
      title={t("Bookkeeping_Title")}
      onClose={onClose}
      buttons={
        <>
          <Button primary text={t("Bookkeeping_Apply")} onClick={apply} />
          <Button text={t("Ui_Cancel")} onClick={onClose} />
        </>
      }
    >
      <div>{t("Bookkeeping_Text")}</div>
      <TextInput
        label={plural("Bookkeeping_Properties", properties.length)}
        value={text}
        onChange={setText}
        lines={10}
        description={t("Bookkeeping_OneALine")}
      />
      <TextButton onClick={() => setText(DEFAULT_BOOKKEEPING.join("\n"))}>{t("Bookkeeping_Default")}</TextButton>
    </DialogBox>
  );
}
