import * as React from "react";
import type { LineHunk } from "../../../domain/differences/difference";
import { ComparedLines } from "../../../ui/Compared";
import type { ComparedLine } from "../../../ui/Compared";
import { Column } from "../../../ui/Layout";
import { Muted } from "../../../ui/Text";
import { useProduct } from "../../product";
import { More } from "./DifferenceDetail";

export interface LinesDetailProps {
  readonly hunks: readonly LineHunk[];
  readonly property: string;
  readonly columns: boolean;
}

/** Hunks put into the page at once; the rest when asked. */
const FIRST_HUNKS = 20;

/** Lines that were added and removed, with some around them. */
export function LinesDetail({ hunks, property, columns }: LinesDetailProps): React.ReactElement {
  const { t, host } = useProduct();
  const [all, setAll] = React.useState(false);
  const numbered = React.useMemo(() => hunks.map(numberedLines), [hunks]);
  const shown = all ? numbered : numbered.slice(0, FIRST_HUNKS);
  return (
    <Column gap={8}>
      {shown.map((lines, index) => {
        const hunk = hunks[index];
        const place = t("Differences_FromLine", host.formatNumber(hunk?.afterStart ?? 1));
        return (
          <div key={index}>
            <Muted>{place}</Muted>
            <ComparedLines
              label={`${property}, ${place}`}
              lines={lines}
              columns={columns}
              addedLabel={t("Change_Added")}
              removedLabel={t("Change_Removed")}
            />
          </div>
        );
      })}
      {shown.length < hunks.length && <More rest={hunks.length - shown.length} onMore={() => setAll(true)} />}
    </Column>
  );
}

function numberedLines({ beforeStart, afterStart, lines }: LineHunk): ComparedLine[] {
  let before = beforeStart;
  let after = afterStart;
  return lines.map(({ change, text }) => ({
    change,
    text,
    ...(change === "added" ? {} : { before: before++ }),
    ...(change === "removed" ? {} : { after: after++ }),
  }));
}
