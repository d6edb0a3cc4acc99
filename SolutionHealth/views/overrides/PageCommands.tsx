import * as React from "react";
import { CommandStrip } from "../../ui/CommandStrip";
import { FileButton } from "../../ui/FileButton";
import { Grow, Row } from "../../ui/Layout";
import { useProduct } from "../product";
import { exportRows } from "./export";
import { useNames } from "./names";
import { useOverrides } from "./overrides";
import type { OverrideList } from "./useOverrideList";

export interface PageCommandsProps {
  readonly list: OverrideList;
  readonly onAccepted: () => void;
  readonly onBookkeeping: () => void;
}

/** What can be done with the list as a whole, and with files. */
export function PageCommands({ list, onAccepted, onBookkeeping }: PageCommandsProps): React.ReactElement {
  const product = useProduct();
  const { t, host } = product;
  const { store, state } = useOverrides();
  const names = useNames();
  const disabled = list.rows.length === 0;
  return (
    <Row gap={4}>
      <FileButton
        text={t("Restore_Open")}
        icon="Upload"
        accept=".json"
        onFile={(name, content) => store.openBackup(name, content)}
      />
      <Grow>
        <CommandStrip
          label={t("Overrides_Commands")}
          commands={[
            {
              key: "export",
              text: t("Overrides_Export"),
              icon: "Download",
              disabled,
              menu: [
                {
                  key: "csv",
                  text: t("Overrides_ExportCsv"),
                  onRun: () => exportRows(list.rows, "csv", product, names),
                },
                {
                  key: "markdown",
                  text: t("Overrides_ExportMarkdown"),
                  onRun: () => exportRows(list.rows, "markdown", product, names),
                },
                {
                  key: "json",
                  text: t("Overrides_ExportJson"),
                  onRun: () => exportRows(list.rows, "json", product, names),
                },
              ],
            },
            {
              key: "accepted",
              text: t("Accepted_Open", host.formatNumber(state.accepted.entries.length)),
              icon: "CheckMark",
              onRun: onAccepted,
            },
            {
              key: "bookkeeping",
              text: t("Bookkeeping_Open", host.formatNumber(state.bookkeeping.length)),
              icon: "Filter",
              onRun: onBookkeeping,
            },
          ]}
        />
      </Grow>
    </Row>
  );
}
