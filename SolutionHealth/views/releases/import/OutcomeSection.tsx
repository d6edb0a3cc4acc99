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

/** Entries of a kind put into the page at most; the server's own log has the rest. */
const SHOWN = 200;

/** What the server says of each component that an import processed: what went wrong at once. Nothing where it said nothing. */
export function OutcomeSection({ job: { outcome, failure } }: { readonly job: TrackedJob }): React.ReactElement | null {
  const { t } = useProduct();
  if (!outcome) return null;
  const { warnings = [], errors = [], log } = outcome;
  // What stands beside its component, or as the reason of the failure, is not said twice.
  const told = new Set([failure?.serverText, ...(log ?? []).filter(isBad).map(({ text }) => text)]);
  const messages = [...new Set([...errors, ...warnings])].filter((text) => !told.has(text));
  return (
    <Column gap={8}>
      {messages.length > 0 && (
        <EntryList label={t("Import_Messages")} items={messages} getKey={(text) => text} render={(text) => text} />
      )}
      {log ? <Log log={log} /> : <Muted>{t("Import_NoLog")}</Muted>}
    </Column>
  );
}

/** What has a warning or a failure stands there; what has none is opened when wanted. */
function Log({ log }: { readonly log: readonly ImportLogEntry[] }): React.ReactElement {
  const { t, plural } = useProduct();
  const [open, setOpen] = React.useState(false);
  const bad = log.filter(isBad);
  const good = log.filter((entry) => !isBad(entry));
  const processed = plural("Import_Processed", log.length);
  return (
    <>
      {bad.length > 0 && (
        <>
          <div>
            <strong>{processed}</strong> <Muted>{plural("Import_NotGood", bad.length)}</Muted>
          </div>
          <Entries label={t("Import_Log")} entries={bad} />
        </>
      )}
      {good.length > 0 && (
        <Disclosure
          minor
          title={bad.length > 0 ? plural("Import_Rest", good.length) : processed}
          note={bad.length > 0 ? "" : t("Import_AllGood")}
          open={open}
          onToggle={() => setOpen(!open)}
        >
          <Entries label={t("Import_LogGood")} entries={good} />
        </Disclosure>
      )}
    </>
  );
}

interface EntriesProps {
  readonly label: string;
  readonly entries: readonly ImportLogEntry[];
}

function Entries({ label, entries }: EntriesProps): React.ReactElement {
  const { t, host } = useProduct();
  const columns = useColumns();
  const shown = entries.slice(0, SHOWN);
  return (
    <>
      <DataTable
        label={label}
        items={shown}
        columns={columns}
        getKey={({ item, name }, index) => `${index} ${item} ${name}`}
      />
      {shown.length < entries.length && <Muted>{t("Import_LogCut", host.formatNumber(shown.length))}</Muted>}
    </>
  );
}

type ImportLogEntry = NonNullable<ImportOutcome["log"]>[number];

const isBad = ({ result }: ImportLogEntry): boolean => result !== "success";

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
