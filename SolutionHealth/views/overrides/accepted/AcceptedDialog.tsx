import * as React from "react";
import { componentKey } from "../../../domain/layers/componentLayer";
import { isExpired } from "../../../domain/overrides/acceptance";
import type { AcceptedOverride } from "../../../domain/overrides/acceptedOverride";
import { Button } from "../../../ui/Button";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { DialogBox } from "../../../ui/DialogBox";
import { FileButton } from "../../../ui/FileButton";
import { Row } from "../../../ui/Layout";
import { Notice } from "../../../ui/Notice";
import { Lines, Muted, TextButton } from "../../../ui/Text";
import { FailureNotice } from "../../FailureNotice";
import { useProduct } from "../../product";
import { fileProblemText } from "../fileProblemText";
import { useOverrides } from "../overrides";

/** The overrides that somebody has accepted, and where they are kept: in the environment, else in a file. */
export function AcceptedDialog({ onClose }: { readonly onClose: () => void }): React.ReactElement {
  const product = useProduct();
  const { t, plural } = product;
  const { store, state } = useOverrides();
  const { entries, unsaved, shared, problem, failure } = state.accepted;
  const columns = useAcceptedColumns();
  return (
    <DialogBox
      title={t("Accepted_Title")}
      onClose={onClose}
      wide
      buttons={<Button text={t("Ui_Close")} onClick={onClose} />}
    >
      <div>{t(shared ? "Accepted_TextShared" : "Accepted_Text")}</div>
      {problem && (
        <Notice kind="error" title={t("File_NotTaken")}>
          {fileProblemText(problem, product)} {t("Accepted_KeptAsWere")}
        </Notice>
      )}
      {failure && <FailureNotice title={t("Accepted_Failed")} failure={failure} />}
      {unsaved && <Notice kind="warning" title={t("Accepted_Unsaved")} />}
      <Row gap={4}>
        <Button
          text={t("Accepted_Save")}
          icon="Download"
          disabled={entries.length === 0 && !unsaved}
          onClick={() => store.saveAccepted()}
        />
        <FileButton
          text={t("Accepted_Load")}
          icon="Upload"
          accept=".json"
          onFile={(_name, content) => store.loadAccepted(content)}
        />
      </Row>
      <Muted>{plural("Accepted_Count", entries.length)}</Muted>
      {entries.length > 0 && (
        <DataTable label={t("Accepted_Title")} items={entries} columns={columns} getKey={componentKey} />
      )}
    </DialogBox>
  );
}

function useAcceptedColumns(): DataColumn<AcceptedOverride>[] {
  const { t, host } = useProduct();
  const { store } = useOverrides();
  return [
    {
      key: "name",
      name: t("Overrides_Column_Name"),
      rowHeader: true,
      render: ({ name, typeName }) => (
        <Lines>
          <span>{name}</span>
          <Muted>{typeName}</Muted>
        </Lines>
      ),
    },
    { key: "reason", name: t("Accept_Reason"), render: ({ reason }) => reason },
    { key: "by", name: t("Accepted_By"), render: ({ acceptedBy }) => acceptedBy ?? t("Value_Unknown") },
    { key: "on", name: t("Accepted_On"), render: ({ acceptedOn }) => host.formatDate(new Date(acceptedOn), false) },
    {
      key: "expires",
      name: t("Accepted_Until"),
      render: (entry) => {
        if (entry.expiresOn === undefined) return t("Accepted_Forever");
        const day = host.formatDate(new Date(`${entry.expiresOn}T00:00:00`), false);
        return isExpired(entry, host.now()) ? t("Accepted_ExpiredOn", day) : day;
      },
    },
    {
      key: "withdraw",
      name: t("Accepted_Action"),
      render: (entry) => (
        <TextButton
          onClick={() => store.withdraw([componentKey(entry)])}
          name={t("Accepted_WithdrawNamed", entry.name)}
        >
          {t("Accepted_Withdraw")}
        </TextButton>
      ),
    },
  ];
}
