import * as React from "react";
import type { RestoreItem, RestoreNote, RestoreValue } from "../../../state/overrides/model";
import { DataTable } from "../../../ui/DataTable";
import type { DataColumn } from "../../../ui/DataTable";
import { Indented } from "../../../ui/Layout";
import { Code, Lines, Muted } from "../../../ui/Text";
import { meaningOf } from "../../failureTexts";
import { Value } from "../../layers/Value";
import { valueText } from "../../layers/valueText";
import { useProduct } from "../../product";

const NOTES: Readonly<Record<RestoreNote, string>> = {
  componentGone: "RestoreNote_Gone",
  versionChanged: "RestoreNote_Version",
  notReadable: "RestoreNote_NotReadable",
  nothingToWrite: "RestoreNote_Nothing",
  byHand: "RestoreNote_ByHand",
};

/** What would be written to one component, and what must be done by hand. */
export function RestoreItemView({ item }: { readonly item: RestoreItem }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const { notes, values, byHand, failure, component } = item;
  const columns: DataColumn<RestoreValue>[] = [
    { key: "name", name: t("Layers_Property"), rowHeader: true, render: ({ property }) => <Code>{property}</Code> },
    {
      key: "now",
      name: t("Restore_Now"),
      render: ({ property, now }) => <Value text={now === undefined ? undefined : valueText(now)} of={property} />,
    },
    {
      key: "then",
      name: t("Restore_Then"),
      render: ({ property, then }) => <Value text={valueText(then)} of={property} />,
    },
  ];
  return (
    <Indented level={2}>
      <Lines>
        {notes.map((note) => (
          <span key={note}>{t(NOTES[note])}</span>
        ))}
        {failure && <Muted>{meaningOf(failure, product)}</Muted>}
      </Lines>
      {values.length > 0 && (
        <DataTable
          label={t("Restore_Values", component.displayName || component.name)}
          items={values}
          columns={columns}
          getKey={({ property }) => property}
        />
      )}
      {byHand.map(({ property, text }) => (
        <div key={property}>
          <Code>{property}</Code> <Value text={text} of={property} />
        </div>
      ))}
    </Indented>
  );
}
