import { css } from "@fluentui/react";
import * as React from "react";
import { Glyph } from "./icons";
import type { IconShape } from "./icons";
import { MONOSPACE } from "./theme/appTheme";
import { createStyles } from "./theme/createStyles";

export type ChangeKind = "added" | "removed" | "moved" | "changed";

const SHAPES: Readonly<Record<ChangeKind, IconShape>> = {
  added: "plus",
  removed: "minus",
  moved: "arrowDown",
  changed: "swap",
};

/** What happened to a thing, as icon and word. */
export function ChangeMark({ kind, word }: { readonly kind: ChangeKind; readonly word: string }): React.ReactElement {
  const styles = useStyles();
  return (
    <span className={styles.mark}>
      <span className={kind === "added" ? styles.added : kind === "removed" ? styles.removed : undefined}>
        <Glyph shape={SHAPES[kind]} size={14} />
      </span>
      {word}
    </span>
  );
}

export interface BesideProps {
  readonly beforeLabel: string;
  readonly afterLabel: string;
  readonly before: React.ReactNode;
  readonly after: React.ReactNode;
  /** Side by side; else one under the other. */
  readonly columns: boolean;
}

/** Two values to be compared. */
export function Beside({ beforeLabel, afterLabel, before, after, columns }: BesideProps): React.ReactElement {
  const styles = useStyles();
  return (
    <dl className={css(styles.beside, columns && styles.columns)}>
      <div className={styles.side}>
        <dt className={styles.label}>{beforeLabel}</dt>
        <dd className={styles.value}>{before}</dd>
      </div>
      <div className={styles.side}>
        <dt className={styles.label}>{afterLabel}</dt>
        <dd className={styles.value}>{after}</dd>
      </div>
    </dl>
  );
}

export interface ComparedLine {
  readonly change: "added" | "removed" | "same";
  readonly before?: number;
  readonly after?: number;
  readonly text: string;
}

export interface ComparedLinesProps {
  readonly label: string;
  readonly lines: readonly ComparedLine[];
  readonly columns: boolean;
  /** Words for a screen reader: a sign alone says nothing. */
  readonly addedLabel: string;
  readonly removedLabel: string;
}

/** Lines of text with their numbers; what was added and removed carries a sign, not only a colour. */
export function ComparedLines(props: ComparedLinesProps): React.ReactElement {
  const { label, lines, columns } = props;
  const styles = useStyles();
  return (
    <div className={styles.frame} dir="ltr">
      <table className={styles.table} aria-label={label}>
        <colgroup>
          <col className={styles.numbers} />
          <col />
          {columns && <col className={styles.numbers} />}
          {columns && <col />}
        </colgroup>
        <tbody>
          {(columns ? pairs(lines) : lines.map((line) => [line])).map((cells, index) => (
            <tr key={index}>
              {cells.map((line, side) => (
                <LineCells key={side} line={line} {...props} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface LineCellsProps extends ComparedLinesProps {
  readonly line: ComparedLine | undefined;
}

function LineCells({ line, columns, addedLabel, removedLabel }: LineCellsProps): React.ReactElement {
  const styles = useStyles();
  if (!line) return <td colSpan={2} className={styles.line} />;
  const sign = line.change === "added" ? "+" : line.change === "removed" ? "−" : " ";
  const word = line.change === "added" ? addedLabel : line.change === "removed" ? removedLabel : undefined;
  const look = line.change === "same" ? undefined : styles[`${line.change}Line` as const];
  return (
    <>
      <td className={css(styles.number, look)}>
        {columns || line.change === "removed" ? (line.before ?? line.after) : line.after}
      </td>
      <td className={css(styles.line, look)}>
        <span aria-hidden="true">{sign} </span>
        {word && <span className={styles.hidden}>{word}: </span>}
        {line.text}
      </td>
    </>
  );
}

/** Removed lines left, added ones right, at the same height where they take each other's place. */
function pairs(lines: readonly ComparedLine[]): (ComparedLine | undefined)[][] {
  const rows: (ComparedLine | undefined)[][] = [];
  let removed: ComparedLine[] = [];
  let added: ComparedLine[] = [];
  const flush = (): void => {
    for (let index = 0; index < Math.max(removed.length, added.length); index += 1) {
      rows.push([removed[index], added[index]]);
    }
    removed = [];
    added = [];
  };
  for (const line of lines) {
    if (line.change === "removed") removed.push(line);
    else if (line.change === "added") added.push(line);
    else {
      flush();
      rows.push([
        line,
        { change: "same", text: line.text, ...(line.after === undefined ? {} : { before: line.after }) },
      ]);
    }
  }
  flush();
  return rows;
}

const useStyles = createStyles((theme) => ({
  mark: { display: "inline-flex", alignItems: "center", gap: 4, whiteSpace: "nowrap" },
  added: { color: theme.semanticColors.successIcon },
  removed: { color: theme.semanticColors.errorIcon },
  beside: { margin: 0, display: "flex", flexDirection: "column", gap: 6 },
  columns: { flexDirection: "row", flexWrap: "wrap", selectors: { "> *": { flex: "1 1 220px", minWidth: 0 } } },
  side: { padding: "6px 10px", border: `1px solid ${theme.semanticColors.bodyDivider}`, borderRadius: 4, minWidth: 0 },
  label: { ...theme.fonts.small, color: theme.semanticColors.bodySubtext },
  value: { margin: 0, minWidth: 0, overflowWrap: "anywhere" },
  frame: { overflow: "hidden", border: `1px solid ${theme.semanticColors.bodyDivider}`, borderRadius: 4 },
  table: { fontFamily: MONOSPACE, fontSize: 12, borderCollapse: "collapse", tableLayout: "fixed", width: "100%" },
  numbers: { width: 52 },
  number: {
    padding: "0 8px",
    textAlign: "end",
    color: theme.semanticColors.bodySubtext,
    userSelect: "none",
    verticalAlign: "top",
  },
  line: { padding: "0 8px", verticalAlign: "top", whiteSpace: "pre-wrap", overflowWrap: "anywhere" },
  addedLine: { background: theme.semanticColors.successBackground, color: theme.semanticColors.bodyText },
  removedLine: { background: theme.semanticColors.errorBackground, color: theme.semanticColors.bodyText },
  hidden: { position: "absolute", width: 1, height: 1, overflow: "hidden", clip: "rect(0 0 0 0)" },
}));
