import * as React from "react";
import { compareValues } from "../../domain/differences/compareValues";
import type { PropertyDifference } from "../../domain/differences/difference";
import type { ValueChange } from "../../domain/rollbacks/rollbackPreview";
import { Disclosure } from "../../ui/Disclosure";
import { Column } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import { DifferenceDetail } from "../layers/differences/DifferenceDetail";
import { labelTexts } from "../layers/entryColumns";
import { valueText } from "../layers/valueText";
import type { Product } from "../product";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import type { RollbackNames } from "./rollbackNames";
import { useRollbackNames } from "./rollbackNames";

/** Properties shown before the rest is only counted, and characters of a value in the line. */
const SHOWN = 4;
const LENGTH = 60;

/** What is seen now and what will be seen then, a line a property; opened to see all of it. */
export function ValueChanges({ changes }: { readonly changes: readonly ValueChange[] }): React.ReactElement | null {
  const { plural } = useProduct();
  const [all, setAll] = React.useState(false);
  if (changes.length === 0) return null;
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <Column gap={4}>
      <div>
        {shown.map((change) => (
          <Change key={change.property} change={change} />
        ))}
      </div>
      {shown.length < changes.length && (
        <TextButton onClick={() => setAll(true)}>{plural("Change_More", changes.length - shown.length)}</TextButton>
      )}
    </Column>
  );
}

function Change({ change }: { readonly change: ValueChange }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const names = useRollbackNames();
  const [open, setOpen] = React.useState(false);
  const { property, now, then, certain } = change;
  const [before, after] = [shortText(property, now, product), shortText(property, then, product)];
  const note = before === undefined || after === undefined ? t("Change_Long") : t("Change_NowThen", before, after);
  return (
    <Disclosure minor title={property} note={note} open={open} onToggle={() => setOpen(!open)}>
      <Column gap={4}>
        {!certain && <Muted>{t("Change_Likely")}</Muted>}
        <Compared change={change} names={names} />
      </Column>
    </Disclosure>
  );
}

/** The value where it fits into a line; undefined for documents and long texts. Labels are told by their texts. */
function shortText(property: string, value: ValueChange["now"], product: Product): string | undefined {
  if (value === undefined) return product.t("Value_NotSet");
  const text = property.endsWith("LocalizedLabel") ? labelTexts(value, product).join(", ") : valueText(value);
  if (text === "") return product.t("Value_Empty");
  return text.length > LENGTH || text.includes("\n") ? undefined : text;
}

/** Compared only when it is opened: a form of a megabyte takes its time. */
function Compared({
  change,
  names,
}: {
  readonly change: ValueChange;
  readonly names: RollbackNames;
}): React.ReactElement {
  const { t } = useProduct();
  const wide = useWidth() === "wide";
  const { from } = change;
  const difference = React.useMemo(() => differenceOf(change), [change]);
  return (
    <DifferenceDetail
      difference={difference}
      beforeLabel={t("Change_Now")}
      afterLabel={from === undefined ? t("Change_Then") : t("Change_ThenFrom", names.layer(from))}
      columns={wide}
      openAtFirst
    />
  );
}

function differenceOf({ property, now, then }: ValueChange): PropertyDifference {
  return {
    property,
    change: now === undefined ? "added" : then === undefined ? "removed" : "changed",
    detail: compareValues(property, now, then),
    ...(now === undefined ? {} : { before: valueText(now) }),
    ...(then === undefined ? {} : { after: valueText(then) }),
  };
}
