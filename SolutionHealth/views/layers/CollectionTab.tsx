import * as React from "react";
import { canonicalText } from "../../domain/canonicalText";
import { childKey, mergedChildren } from "../../domain/layers/childChanges";
import type { ChildCollections } from "../../domain/layers/componentLayer";
import type { Properties } from "../../domain/model/property";
import type { LayerView } from "../../state/overrides/model";
import { ChangeMark } from "../../ui/Compared";
import { DataTable } from "../../ui/DataTable";
import type { DataColumn } from "../../ui/DataTable";
import { Notice } from "../../ui/Notice";
import { Muted } from "../../ui/Text";
import type { Texts } from "../texts";
import { useProduct } from "../product";
import { entryColumns } from "./entryColumns";

export interface CollectionTabProps {
  readonly view: LayerView;
  readonly layer: number;
  /** `LocalizedLabels`, `RolePrivileges`, `AttributePicklistValues`, or another that the server names. */
  readonly collection: string;
  readonly title: string;
}

/** An entry with how it stands to the layers below. */
export interface CollectionEntry {
  readonly key: string;
  readonly values: Properties;
  readonly change: "added" | "changed" | "removed" | "same" | "unknown";
}

const CHANGE_WORDS: Readonly<Record<CollectionEntry["change"], string>> = {
  added: "Change_Added",
  changed: "Change_Updated",
  removed: "Change_Removed",
  same: "Change_Unchanged",
  unknown: "Value_Unknown",
};

/** Labels, privileges or options of one layer: added, updated, removed or unchanged against the layers below. */
export function CollectionTab({ view, layer, collection, title }: CollectionTabProps): React.ReactElement {
  const { t } = useProduct();
  const texts = useProduct();
  const entries = React.useMemo(() => entriesOf(view, layer, collection), [view, layer, collection]);
  const columns = React.useMemo(
    (): DataColumn<CollectionEntry>[] => [...entryColumns(collection, entries ?? [], texts), changeColumn(texts)],
    [collection, entries, texts],
  );
  if (!entries) {
    return (
      <Notice kind="warning" title={t("Layers_UnreadableTitle")}>
        {t("Layers_UnreadableText")}
      </Notice>
    );
  }
  if (entries.length === 0) return <Muted>{t("Layers_NoEntries")}</Muted>;
  return <DataTable label={title} items={entries} columns={columns} getKey={({ key }) => key} />;
}

function changeColumn({ t }: Pick<Texts, "t">): DataColumn<CollectionEntry> {
  return {
    key: "change",
    name: t("Change_Name"),
    render: ({ change }) =>
      change === "same" || change === "unknown" ? (
        <Muted>{t(CHANGE_WORDS[change])}</Muted>
      ) : (
        <ChangeMark kind={change} word={t(CHANGE_WORDS[change])} />
      ),
  };
}

/** @returns undefined where the layer's own children could not be read */
function entriesOf({ stack }: LayerView, layer: number, collection: string): CollectionEntry[] | undefined {
  const own = stack.layers[layer]?.children;
  if (own?.status !== "read") return undefined;
  const below: ChildCollections[] = [];
  let known = true;
  for (const { children } of stack.layers.slice(layer + 1)) {
    if (children.status === "read") below.push(children.value);
    else known = false;
  }
  const before = mergedChildren(below, collection);
  const after = mergedChildren([own.value, ...below], collection);
  const listed = new Set((own.value[collection] ?? []).map((child) => childKey(collection, child)));
  const entries = [...after].map(([key, values]): CollectionEntry => {
    const other = before.get(key);
    if (!known && listed.has(key)) return { key, values, change: "unknown" };
    if (!other) return { key, values, change: "added" };
    return { key, values, change: canonicalText(other) === canonicalText(values) ? "same" : "changed" };
  });
  const removed = [...before].filter(([key]) => !after.has(key));
  return [...entries, ...removed.map(([key, values]): CollectionEntry => ({ key, values, change: "removed" }))];
}
