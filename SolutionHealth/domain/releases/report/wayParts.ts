import { canonicalText } from "../../canonicalText";
import type { DataAtRisk, DataItem } from "../../consequences/dataAtRisk";
import type { PropertyValue } from "../../model/property";
import { type ComponentRelease, type PackagePreview, RELEASE_KINDS, type WayPreview } from "../releasePreview";
import { checklist, waysBack } from "./checklist";
import type { ReleaseColumn, ReleaseWords } from "./releaseWords";

export interface ReportTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A report as headings, lists and tables of plain text: Markdown and HTML are made of the same. */
export interface ReportPart {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly lines?: readonly string[];
  readonly table?: ReportTable;
}

/** All that is said of one way: what to do before, what stands in the way, every component, the data, the way back. */
export function wayParts(one: PackagePreview, way: WayPreview, words: ReleaseWords): ReportPart[] {
  const titled = titling(way, words);
  const data = one.data?.[way.way];
  const counted = new Map((data?.items ?? []).map((item) => [item.component.key, item]));
  return [
    {
      level: 3,
      title: titled(words.heading("before")),
      lines: checklist(one, way).map(({ check, count }) => words.check(check, count)),
    },
    blockersPart(way, words),
    ...(data ? [dataPart(data, titled(words.heading("data")), words)] : []),
    {
      level: 3,
      title: titled(words.heading("rollsUp")),
      lines: way.rollsUp.map(({ displayName, version }) => `${displayName} ${version}`),
    },
    ...RELEASE_KINDS.map((kind): ReportPart => {
      const fates = way.fates.filter((fate) => fate.kind === kind);
      const title = titled(`${words.kind(kind)} (${fates.length})`);
      return { level: 3, title, table: fatesTable(fates, way, counted, words) };
    }),
    { level: 3, title: titled(words.heading("wayBack")), lines: waysBack(way).map(words.wayBack) },
  ];
}

/** What stands in the way, round by round, and where to mend it. */
export function blockersPart(way: WayPreview, words: ReleaseWords): ReportPart {
  const columns: readonly ReleaseColumn[] = ["round", "kind", "required", "dependent", "fix", "why"];
  const rows = way.blockers.map(({ round, kind, certain, required, dependent, fix, code, why }) => [
    String(round),
    words.blocker(kind, certain),
    `${words.type(required)} ${required.displayName}`,
    dependent.address === required.address ? "" : `${words.type(dependent)} ${dependent.displayName}`,
    words.fix({ kind, fix }),
    [code, why && words.why(why)].filter(Boolean).join(" "),
  ]);
  return {
    level: 3,
    title: titling(way, words)(words.heading("blockers")),
    table: { head: columns.map(words.column), rows },
  };
}

const titling =
  ({ way, hypothetical }: WayPreview, words: ReleaseWords) =>
  (title: string): string =>
    `${words.way(way, hypothetical)} – ${title}`;

function dataPart({ items, complete, total }: DataAtRisk, title: string, words: ReleaseWords): ReportPart {
  return {
    level: 3,
    title,
    lines: [...items.map(words.data), ...(complete ? [] : [words.incomplete(items.length, total)])],
  };
}

const FATE_COLUMNS: readonly ReleaseColumn[] = [
  "type",
  "name",
  "key",
  "table",
  "changes",
  "heldBy",
  "override",
  "data",
  "why",
];

function fatesTable(
  fates: readonly ComponentRelease[],
  way: WayPreview,
  data: ReadonlyMap<string, DataItem>,
  words: ReleaseWords,
): ReportTable {
  const names = new Map(way.fates.map(({ component }) => [component.address, component.displayName]));
  const rows = fates.map((fate) => {
    const { component, heldBy, override, why, merged, goesWith, asOfNow } = fate;
    const item = data.get(component.here?.key ?? "");
    const whole = goesWith && words.goesWith(names.get(goesWith) ?? goesWith);
    return [
      words.type(component),
      component.displayName,
      component.key,
      component.table ?? "",
      [...(merged && fate.changes.length > 0 ? [words.merged] : []), ...changeTexts(fate, words)].join("; "),
      heldBy.map(words.layer).join(", "),
      override === "none" ? "" : words.override(override),
      item ? words.data(item) : "",
      [why && words.why(why), whole, asOfNow === true && words.asOfNow].filter(Boolean).join("; "),
    ];
  });
  return { head: FATE_COLUMNS.map(words.column), rows };
}

const changeTexts = ({ changes }: ComponentRelease, words: ReleaseWords): string[] =>
  changes.map((change) =>
    words.change(change, { installed: shortText(change.installed), incoming: shortText(change.incoming) }),
  );

/** Characters of a value at most: form XML has megabytes. */
const LONGEST = 120;

function shortText(value: PropertyValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : canonicalText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length})` : text;
}
