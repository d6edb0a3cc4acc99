import { diffArrays } from "diff";
import type { DifferenceDetail, LineHunk } from "./difference";

type LineChange = LineHunk["lines"][number];

/** Lines kept around a change. */
const CONTEXT = 3;

/**
 * Changes up to which the shortest difference is looked for: the time grows with their square, and of texts that have
 * nothing in common there is none to be found.
 */
const MOST_CHANGES = 1_000;

/** Two texts by line. Line ends do not count: they change with the editor. */
export function compareLines(before: string, after: string): DifferenceDetail & { readonly kind: "lines" } {
  const [old, now] = [linesOf(before), linesOf(after)];
  const parts = diffArrays(old, now, { maxEditLength: MOST_CHANGES }) ?? [
    { value: old, removed: true, added: false },
    { value: now, removed: false, added: true },
  ];
  const lines = parts.flatMap(({ value, added, removed }): LineChange[] =>
    value.map((text) => ({ change: added ? "added" : removed ? "removed" : "same", text })),
  );
  const count = (change: LineChange["change"]): number => lines.filter((line) => line.change === change).length;
  return { kind: "lines", hunks: toHunks(lines), added: count("added"), removed: count("removed") };
}

const linesOf = (text: string): string[] => (text === "" ? [] : text.split(/\r\n|\r|\n/));

function toHunks(lines: readonly LineChange[]): LineHunk[] {
  const hunks: LineHunk[] = [];
  let beforeLine = 1;
  let afterLine = 1;
  let open: { beforeStart: number; afterStart: number; lines: LineChange[] } | undefined;
  const near = nearChange(lines);
  for (const [index, line] of lines.entries()) {
    if (near[index]) {
      open ??= { beforeStart: beforeLine, afterStart: afterLine, lines: [] };
      open.lines.push(line);
    } else if (open) {
      hunks.push(open);
      open = undefined;
    }
    if (line.change !== "added") beforeLine += 1;
    if (line.change !== "removed") afterLine += 1;
  }
  return open ? [...hunks, open] : hunks;
}

/** For each line whether a changed one is within reach. */
function nearChange(lines: readonly LineChange[]): boolean[] {
  const near = lines.map(() => false);
  for (const [index, { change }] of lines.entries()) {
    if (change === "same") continue;
    const end = Math.min(lines.length - 1, index + CONTEXT);
    for (let at = Math.max(0, index - CONTEXT); at <= end; at += 1) near[at] = true;
  }
  return near;
}
