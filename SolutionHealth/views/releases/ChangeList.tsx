import * as React from "react";
import { compareValues } from "../../domain/differences/compareValues";
import type { PropertyDifference } from "../../domain/differences/difference";
import type { ReleaseChange } from "../../domain/releases/releasePreview";
import { Disclosure } from "../../ui/Disclosure";
import { Column } from "../../ui/Layout";
import { Heading, Muted, TextButton } from "../../ui/Text";
import { DifferenceDetail } from "../layers/differences/DifferenceDetail";
import { Value } from "../layers/Value";
import { valueText } from "../layers/valueText";
import { useProduct } from "../product";
import { useWidth } from "../useWidth";
import { seenText } from "./fateTexts";
import { useReleaseNames } from "./releaseNames";

export interface ChangeListProps {
  readonly changes: readonly ReleaseChange[];
  readonly merged: boolean;
}

/** Properties shown before the rest is only counted; the first few are open where there are few. */
const SHOWN = 30;
const OPEN_AT_FIRST = 1;

/** What the package says of each property against what the solution says now, and what will be seen. */
export function ChangeList({ changes, merged }: ChangeListProps): React.ReactElement {
  const { t, plural } = useProduct();
  const [all, setAll] = React.useState(false);
  const shown = all ? changes : changes.slice(0, SHOWN);
  return (
    <Column gap={4}>
      <Heading level={3}>{t("Release_Changes")}</Heading>
      {merged && <Muted>{t("Release_MergedText")}</Muted>}
      <div>
        {shown.map((change) => (
          <Change key={nameOf(change)} change={change} openAtFirst={changes.length <= OPEN_AT_FIRST} />
        ))}
      </div>
      {shown.length < changes.length && (
        <TextButton onClick={() => setAll(true)}>{plural("Release_More", changes.length - shown.length)}</TextButton>
      )}
    </Column>
  );
}

const nameOf = ({ property, child }: ReleaseChange): string =>
  child === undefined ? property : `${property} ${child}`;

function Change({
  change,
  openAtFirst,
}: {
  readonly change: ReleaseChange;
  readonly openAtFirst: boolean;
}): React.ReactElement {
  const product = useProduct();
  const names = useReleaseNames();
  const [open, setOpen] = React.useState(openAtFirst);
  return (
    <Disclosure
      minor
      title={nameOf(change)}
      note={seenText(change, product, names)}
      open={open}
      onToggle={() => setOpen(!open)}
    >
      <Compared change={change} />
    </Disclosure>
  );
}

/** Compared only when it is opened: a form of a megabyte takes its time. */
function Compared({ change }: { readonly change: ReleaseChange }): React.ReactElement {
  const product = useProduct();
  const { t } = product;
  const wide = useWidth() === "wide";
  const difference = React.useMemo(() => differenceOf(change), [change]);
  const hidden = change.seen === "hiddenByOverride" || change.seen === "hiddenByHigher";
  return (
    <Column gap={8}>
      <DifferenceDetail
        difference={difference}
        beforeLabel={t("Release_InstalledValue")}
        afterLabel={t("Release_IncomingValue")}
        columns={wide}
        openAtFirst
      />
      {hidden && (
        <div>
          <Muted>{t("Release_VisibleThen")}</Muted>{" "}
          {change.visibleThen === undefined ? (
            t("Value_Unknown")
          ) : (
            <Value text={valueText(change.visibleThen)} of={change.property} />
          )}
        </div>
      )}
    </Column>
  );
}

function differenceOf({ property, installed, incoming }: ReleaseChange): PropertyDifference {
  return {
    property,
    change: installed === undefined ? "added" : incoming === undefined ? "removed" : "changed",
    detail: compareValues(property, installed, incoming),
    ...(installed === undefined ? {} : { before: valueText(installed) }),
    ...(incoming === undefined ? {} : { after: valueText(incoming) }),
  };
}
