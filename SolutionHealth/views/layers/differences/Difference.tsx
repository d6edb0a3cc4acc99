import * as React from "react";
import type { PropertyDifference } from "../../../domain/differences/difference";
import { CopyButton } from "../../../ui/CopyButton";
import { Disclosure } from "../../../ui/Disclosure";
import { Column, Row } from "../../../ui/Layout";
import { Muted } from "../../../ui/Text";
import type { Texts } from "../../texts";
import { useProduct } from "../../product";
import { DifferenceDetail } from "./DifferenceDetail";

export interface DifferenceProps {
  readonly difference: PropertyDifference;
  /** Names of the two layers. */
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly columns: boolean;
  readonly openAtFirst: boolean;
}

export const CHANGE_WORDS = {
  added: "Change_Added",
  removed: "Change_Removed",
  moved: "Change_Moved",
  changed: "Change_Changed",
} as const;

/** One property that differs, opened to see how. */
export function Difference(props: DifferenceProps): React.ReactElement {
  const { difference, beforeLabel, afterLabel } = props;
  const product = useProduct();
  const { t } = product;
  const [open, setOpen] = React.useState(props.openAtFirst);
  const { property, before, after } = difference;
  return (
    <Disclosure title={property} note={summaryOf(difference, product)} open={open} onToggle={() => setOpen(!open)}>
      <Column gap={8}>
        <DifferenceDetail {...props} />
        <Row gap={16}>
          {before !== undefined && <Raw text={before} label={t("Differences_CopyRaw", beforeLabel)} />}
          {after !== undefined && <Raw text={after} label={t("Differences_CopyRaw", afterLabel)} />}
        </Row>
      </Column>
    </Disclosure>
  );
}

function Raw({ text, label }: { readonly text: string; readonly label: string }): React.ReactElement {
  return (
    <Row gap={4}>
      <CopyButton text={text} label={label} />
      <Muted>{label}</Muted>
    </Row>
  );
}

/** What stands beside the property's name: how much of it differs. */
function summaryOf({ change, detail }: PropertyDifference, { t, plural }: Pick<Texts, "t" | "plural">): string {
  if (detail === undefined) return t("Differences_Comparing");
  if (detail.kind === "structure") return plural("Differences_Places", detail.changes.length);
  if (detail.kind === "entries") return plural("Differences_Entries", detail.entries.length);
  if (detail.kind === "lines") return t("Differences_Lines", String(detail.added), String(detail.removed));
  return t(CHANGE_WORDS[change]);
}
