import * as React from "react";
import { freshnessOf, type Freshness } from "../../domain/health/report/reportContent";
import { DataTable } from "../../ui/DataTable";
import { Disclosure } from "../../ui/Disclosure";
import { StatusMark } from "../../ui/StatusMark";
import type { Tone } from "../../ui/tone";
import { useProduct } from "../product";
import { useHealth } from "./health";
import { PART_WORDS, WHY_WORDS } from "./looks";

const TONES: Readonly<Record<Freshness["status"], Tone>> = {
  read: "good",
  notAsked: "unknown",
  reading: "busy",
  absent: "neutral",
  failed: "bad",
};

/** How fresh each part is, or why it is not there. */
export function PartsRead(): React.ReactElement {
  const { t, plural, host } = useProduct();
  const { facts } = useHealth().state;
  const [open, setOpen] = React.useState(false);
  const parts = freshnessOf(facts);
  const read = parts.filter(({ status }) => status === "read").length;
  const wordOf = ({ status, readAt, outdated }: Freshness): string => {
    if (status !== "read") return t(WHY_WORDS[status]);
    const read = readAt ? host.formatDate(readAt, true) : "";
    return outdated === undefined ? read : plural("Health_PartOutdated", outdated, read);
  };
  return (
    <Disclosure
      title={t("Health_Parts")}
      note={t("Health_CountOf", host.formatNumber(read), host.formatNumber(parts.length))}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <DataTable
        label={t("Health_Parts")}
        items={parts}
        getKey={({ part }) => part}
        columns={[
          { key: "part", name: t("Health_Part"), rowHeader: true, render: ({ part }) => t(PART_WORDS[part]) },
          {
            key: "read",
            name: t("Health_PartRead"),
            render: (part) => (
              <StatusMark tone={part.outdated === undefined ? TONES[part.status] : "unknown"} word={wordOf(part)} />
            ),
          },
        ]}
      />
    </Disclosure>
  );
}
