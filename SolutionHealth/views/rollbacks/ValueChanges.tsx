import * as React from "react";
import { compareValues } from "../../domain/differences/compareValues";
import type { PropertyDifference } from "../../domain/differences/difference";
import type { ValueChange } from "../../domain/rollbacks/rollbackPreview";
import { Disclosure } from "../../ui/Disclosure";
import { Column } from "../../ui/Layout";
import { Muted, TextButton } from "../../ui/Text";
import { DifferenceDetail } from "../layers/differences/DifferenceDetail";
import { valueText } from "../layers/valueText";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import type { RollbackNames } from "./rollbackNames";
import { useRollbackNames } from "./rollbackNames";

/** Properties shown before the rest is only counted, and characters of a value in the line. */
const SHOWN = 4;
const LENGTH = 40;

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
  const { t } = useProduct();
  const names = useRollbackNames();
  const [open, setOpen] = React.useState(false);
  const { property, now, then, certain } = change;
  const short = (text: string): string => (text.length > LENGTH ? `${text.slice(0, LENGTH)}…` : text);
  const word = (value: ValueChange["now"]): string =>
    value === undefined ? t("Value_NotSet") : short(valueText(value)) || t("Value_Empty");
  return (
    <Disclosure
      title={property}
      note={t("Change_NowThen", word(now), word(then))}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Column gap={4}>
        {!certain && <Muted>{t("Change_Likely")}</Muted>}
        <Compared change={change} names={names} />
      </Column>
    </Disclosure>
  );
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
