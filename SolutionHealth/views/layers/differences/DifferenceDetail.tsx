import * as React from "react";
import type { BinaryFacts, EntryChange, StructureChange } from "../../../domain/differences/difference";
import { Beside, ChangeMark } from "../../../ui/Compared";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { Facts } from "../../../ui/Facts";
import { ProgressLine } from "../../../ui/ProgressLine";
import { Lines, Muted, TextButton } from "../../../ui/Text";
import type { Product } from "../../product";
import { useProduct } from "../../product";
import { depthText, languageText } from "../entryColumns";
import { Value } from "../Value";
import { CHANGE_WORDS } from "./Difference";
import type { DifferenceProps } from "./Difference";
import { LinesDetail } from "./LinesDetail";

/** The difference itself, in the form that fits what is compared. */
export function DifferenceDetail(props: DifferenceProps): React.ReactElement {
  const { difference, beforeLabel, afterLabel, columns } = props;
  const { t } = useProduct();
  const { detail, property } = difference;
  if (detail === undefined) return <ProgressLine label={t("Differences_Comparing")} />;
  switch (detail.kind) {
    case "scalar":
      return (
        <Beside
          columns={columns}
          beforeLabel={beforeLabel}
          afterLabel={afterLabel}
          before={<Value text={detail.before} of={property} />}
          after={<Value text={detail.after} of={property} />}
        />
      );
    case "binary":
      return (
        <Beside
          columns={columns}
          beforeLabel={beforeLabel}
          afterLabel={afterLabel}
          before={<Binary facts={detail.before} />}
          after={<Binary facts={detail.after} />}
        />
      );
    case "lines":
      return <LinesDetail hunks={detail.hunks} property={property} columns={columns} />;
    case "structure":
      return <Structure changes={detail.changes} {...props} />;
    case "entries":
      return <Entries entries={detail.entries} {...props} />;
  }
}

function Binary({ facts }: { readonly facts: BinaryFacts | undefined }): React.ReactElement {
  const { t, host } = useProduct();
  if (!facts) return <Muted>{t("Value_NotSet")}</Muted>;
  return (
    <Facts
      facts={[
        { label: t("Differences_Size"), value: t("Unit_Bytes", host.formatNumber(facts.size)) },
        { label: t("Differences_Hash"), value: facts.hash, copy: facts.hash },
      ]}
    />
  );
}

/** Rows put into the page at once; the rest when asked. */
const FIRST_ROWS = 100;

interface StructureProps extends DifferenceProps {
  readonly changes: readonly StructureChange[];
}

function Structure({ changes, difference, beforeLabel, afterLabel }: StructureProps): React.ReactElement {
  const { t } = useProduct();
  const [all, setAll] = React.useState(false);
  const columns: DataColumn<StructureChange>[] = [
    { key: "change", name: t("Change_Name"), render: ({ change }) => <Change change={change} /> },
    { key: "name", name: t("Differences_What"), rowHeader: true, render: (it) => <Thing change={it} /> },
    { key: "before", name: beforeLabel, render: ({ before, name }) => <Part text={before} of={name} /> },
    { key: "after", name: afterLabel, render: ({ after, name }) => <Part text={after} of={name} /> },
  ];
  return (
    <>
      <DataTable
        label={difference.property}
        items={all ? changes : changes.slice(0, FIRST_ROWS)}
        columns={columns}
        getKey={(_change, index) => String(index)}
      />
      {!all && changes.length > FIRST_ROWS && <More rest={changes.length - FIRST_ROWS} onMore={() => setAll(true)} />}
    </>
  );
}

function Change({ change }: { readonly change: keyof typeof CHANGE_WORDS }): React.ReactElement {
  return <ChangeMark kind={change} word={useProduct().t(CHANGE_WORDS[change])} />;
}

/** The element by its name, what it is, where it stands, and after what it came to stand. */
function Thing({ change }: { readonly change: StructureChange }): React.ReactElement {
  const { t } = useProduct();
  const { name, what, path, attribute, follows } = change;
  const where = [...path, attribute === undefined ? "" : `@${attribute}`].filter(Boolean).join(" › ");
  const place = change.change === "moved" || change.change === "added";
  return (
    <Lines>
      <span>
        {name} <Muted>{what}</Muted>
      </span>
      {where && <Muted>{where}</Muted>}
      {place && <Muted>{follows === undefined ? t("Differences_First") : t("Differences_After", follows)}</Muted>}
    </Lines>
  );
}

function Part({ text, of }: { readonly text: string | undefined; readonly of: string }): React.ReactElement | null {
  return text === undefined ? null : <Value text={text} of={of} />;
}

export function More({ rest, onMore }: { readonly rest: number; readonly onMore: () => void }): React.ReactElement {
  return <TextButton onClick={onMore}>{useProduct().plural("Differences_More", rest)}</TextButton>;
}

interface EntriesProps extends DifferenceProps {
  readonly entries: readonly EntryChange[];
}

const MEMBER_WORDS: Readonly<Record<string, string>> = {
  depth: "Entry_Depth",
  label: "Entry_Label",
  color: "Entry_Color",
  order: "Entry_Order",
};

function Entries({ entries, difference, beforeLabel, afterLabel }: EntriesProps): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const [all, setAll] = React.useState(false);
  const columns: DataColumn<EntryChange>[] = [
    { key: "change", name: t("Change_Name"), render: ({ change }) => <Change change={change} /> },
    { key: "name", name: t("Differences_What"), rowHeader: true, render: (it) => <EntryName entry={it} /> },
    {
      key: "before",
      name: beforeLabel,
      render: (it) => <Part text={memberText(it, it.before, product)} of={it.key} />,
    },
    { key: "after", name: afterLabel, render: (it) => <Part text={memberText(it, it.after, product)} of={it.key} /> },
  ];
  return (
    <>
      <DataTable
        label={difference.property}
        items={all ? entries : entries.slice(0, FIRST_ROWS)}
        columns={columns}
        getKey={(_entry, index) => String(index)}
      />
      {!all && entries.length > FIRST_ROWS && <More rest={entries.length - FIRST_ROWS} onMore={() => setAll(true)} />}
    </>
  );
}

function EntryName({ entry }: { readonly entry: EntryChange }): React.ReactElement {
  const product = useProduct();
  const { key, language, member } = entry;
  const word = member === undefined ? undefined : (MEMBER_WORDS[member] ?? undefined);
  const second = [
    language === undefined ? "" : languageText(String(language), product),
    member === undefined ? "" : word === undefined ? member : product.t(word),
  ];
  return (
    <Lines>
      <span>{key}</span>
      <Muted>{second.filter(Boolean).join(" · ")}</Muted>
    </Lines>
  );
}

const memberText = ({ member, kind }: EntryChange, text: string | undefined, product: Product): string | undefined =>
  text !== undefined && kind === "privilege" && (member === "depth" || member === undefined)
    ? depthText(text, product)
    : text;
