import * as React from "react";
import type { RollbackState } from "../../state/rollbacks/model";
import { EntryList } from "../../ui/EntryList";
import { useProduct } from "../product";
import { mayLoseData } from "./DataSection";
import { amountText, isEmpty } from "./dataTexts";
import { useRollbackNames } from "./rollbackNames";

/** Tables and columns named one by one before the rest is only counted. */
const NAMED = 12;

/** What goes, and with which data, in full words. */
export function WhatGoes({
  state: { preview, data },
}: {
  readonly state: Extract<RollbackState, { status: "previewed" }>;
}): React.ReactElement {
  const product = useProduct();
  const { t, plural } = product;
  const names = useRollbackNames();
  const { counts, order, fates } = preview;
  const going = fates.filter(({ kind }) => kind === "deleted");
  const overrides = going.filter(({ hasOverride }) => hasOverride).length;
  const untold = going.filter(({ hasOverride }) => hasOverride === undefined).length;
  const counted = data.status === "idle" ? undefined : data.data;
  const losing = (counted?.items ?? []).filter((item) => !isEmpty(item));
  const uncounted = mayLoseData(preview) && !(data.status === "counted" && data.data.complete);
  const sentences = [
    ...order.steps.map(({ solution, because }) =>
      t(because === "patch" ? "Goes_Patch" : "Goes_Solution", solution.displayName, solution.version),
    ),
    counts.deleted > 0 ? plural("Goes_Deleted", counts.deleted) : t("Goes_NothingDeleted"),
    ...(overrides > 0 ? [plural("Goes_Overrides", overrides)] : []),
    ...(untold > 0 ? [plural("Goes_OverridesUnknown", untold)] : []),
    ...losing
      .slice(0, NAMED)
      .map((item) =>
        item.kind === "rows"
          ? t("Goes_Table", names.component(item.component), amountText(item, product))
          : t("Goes_Column", names.component(item.component), item.component.table ?? "", amountText(item, product)),
      ),
    ...(losing.length > NAMED ? [plural("Goes_MoreData", losing.length - NAMED)] : []),
    ...(uncounted ? [t("Goes_NotCounted")] : []),
    ...(counts.unknown > 0 ? [plural("Goes_Unknown", counts.unknown)] : []),
  ];
  return <EntryList label={t("Goes_Title")} items={sentences} getKey={(text) => text} render={(text) => text} />;
}
