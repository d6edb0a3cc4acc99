import * as React from "react";
import type { ImportOutcome, TrackedJob } from "../../../state/jobs/model";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { Disclosure } from "../../../ui/Disclosure";
import { EntryList } from "../../../ui/EntryList";
import { Column } from "../../../ui/Layout";
import { StatusMark } from "../../../ui/StatusMark";
import type { Tone } from "../../../ui/tone";
import { Code, Lines, Muted } from "../../../ui/Text";
import { useProduct } from "../../product";

/** Entries put into the page at most; the server's own log has the rest. */
const SHOWN = 200;

/** What the server says of each component that an import processed: what went wrong first. Nothing where it said nothing. */
export function OutcomeSection({ job: { outcome } }: { readonly job: TrackedJob }): React.ReactElement | null {
  const { t, plural, host } = useProduct();
  const [open, setOpen] = React.useState(false);
  const columns = useColumns();
  if (!outcome) return null;
  const { warnings = [], errors = [], log } = outcome;
  const bad = (log ?? []).filter(({ result }) => result !== "success");
  const good = (log ?? []).filter(({ result }) => result === "success");
  const entries = [...bad, ...good].slice(0, SHOWN);
  const messages = [...errors, ...warnings];
  return (
    <Column gap={8}>
      {messages.length > 0 && (
        <EntryList label={t("Import_Messages")} items={messages} getKey={(text) => text} render={(text) => text} />
      )}
      {!log && <Muted>{t("Import_NoLog")}</Muted>}
      {log && (
        <Disclosure
          minor
          title={plural("Import_Processed", log.length)}
          note={bad.length > 0 ? plural("Import_NotGood", bad.length) : t("Import_AllGood")}
          open={open || bad.length > 0}
          onToggle={() => setOpen(!open)}
        >
          <DataTable
            label={t("Import_Log")}
            items={entries}
            columns={columns}
            getKey={({ item, name }, index) => `${index} ${item} ${name}`}
          />
          {entries.length < log.length && <Muted>{t("Import_LogCut", host.formatNumber(entries.length))}</Muted>}
        </Disclosure>
      )}
    </Column>
  );
}

type ImportLogEntry = NonNullable<ImportOutcome["log"]>[number];

const RESULTS: Readonly<Record<ImportLogEntry["result"], readonly [Tone, string]>> = {
  success: ["good", "Import_Good"],
  warning: ["warning", "Import_Warned"],
  failure: ["bad", "Import_Bad"],
  unknown: ["unknown", "Value_Unknown"],
};

function useColumns(): DataColumn<ImportLogEntry>[] {
  const { t } = useProduct();
  return [
    {
      key: "name",
      name: t("Release_Column_Component"),
      rowHeader: true,
      render: ({ name, item }) => (
        <Lines>
          <span>{name}</span>
          <Muted>{item}</Muted>
        </Lines>
      ),
    },
    {
      key: "result",
      name: t("Import_Result"),
      render: ({ result, text, code }) => (
        <Lines>
          <StatusMark tone={RESULTS[result][0]} word={t(RESULTS[result][1])} />
          {text !== undefined && <span>{text}</span>}
          {code !== undefined && <Code>{code}</Code>}
        </Lines>
      ),
    },
  ];
}
