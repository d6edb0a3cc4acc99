import type { DataItem } from "../../consequences/dataAtRisk";
import { canonicalText } from "../../canonicalText";
import type { PropertyValue } from "../../model/property";
import {
  type ComponentRelease,
  type PackagePreview,
  RELEASE_KINDS,
  RELEASE_WAYS,
  type ReleaseKind,
  type ReleasePreview,
  type WayPreview,
} from "../releasePreview";
import { checklist, waysBack } from "./checklist";
import type { ReleaseColumn, ReleaseWords } from "./releaseWords";

/** Where the preview was made. */
export interface ReportPlace {
  /** Address of the environment. */
  readonly url: string;
  readonly name?: string;
}

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

/** Everything the preview says, in order. Parts without content are left out. */
export function releaseDocument(preview: ReleasePreview, place: ReportPlace, words: ReleaseWords): ReportPart[] {
  const { heading } = words;
  const title = preview.packages.map((one) => `${one.package.displayName} ${one.package.version}`).join(", ");
  const parts: ReportPart[] = [
    {
      level: 1,
      title: `${heading("title")}: ${title}`,
      lines: [
        `${heading("environment")}: ${[place.name ?? preview.environment?.name, place.url].filter(Boolean).join(" – ")}`,
        `${heading("readAt")}: ${words.date(preview.readAt)}`,
        words.overwrite(preview.overwrite),
        ...(preview.packages.length > 1 ? [`${heading("order")}: ${preview.order.names.join(" → ")}`] : []),
        ...preview.order.cycles.map((ring) => `${heading("cycles")}: ${ring.join(" → ")}`),
      ],
    },
    { level: 2, title: heading("unread"), lines: preview.unread.map(words.unread) },
    ...preview.packages.flatMap((one) => packageParts(one, words)),
  ];
  return parts.filter(({ level, lines, table }) => level === 1 || (lines?.length ?? 0) + (table?.rows.length ?? 0) > 0);
}

function packageParts(one: PackagePreview, words: ReleaseWords): ReportPart[] {
  const { heading } = words;
  const { package: content, installed, advice, findings, values } = one;
  return [
    {
      level: 2,
      title: `${content.displayName} ${content.version} (${content.uniqueName})`,
      lines: [
        `${heading("file")}: ${content.fileName} (${content.size})`,
        `${heading("hash")}: ${content.sha256}`,
        ...(installed ? [`${heading("installed")}: ${installed.version}`] : []),
        `${heading("advice")}: ${words.advice(advice)}`,
      ],
    },
    {
      level: 3,
      title: heading("findings"),
      lines: findings.map((finding) => {
        const code = finding.code === undefined ? "" : ` (${finding.code})`;
        return `${words.severity(finding.severity)}: ${words.finding(finding)}${code}`;
      }),
    },
    { level: 3, title: heading("values"), lines: values.map(words.value) },
    { level: 3, title: heading("ways"), table: waysTable(one, words) },
    ...RELEASE_WAYS.flatMap((way) => wayParts(one, one.ways[way], words)),
  ];
}

const COUNTED: readonly ReleaseKind[] = RELEASE_KINDS;

const waysTable = ({ ways }: PackagePreview, words: ReleaseWords): ReportTable => ({
  head: [words.column("way"), words.column("status"), ...COUNTED.map(words.kind)],
  rows: RELEASE_WAYS.map((name) => {
    const { hypothetical, status, notApplicable, counts } = ways[name];
    const state = notApplicable === undefined ? words.status(status) : words.notApplicable(notApplicable);
    return [words.way(name, hypothetical), state, ...COUNTED.map((kind) => String(counts[kind]))];
  }),
});

function wayParts(one: PackagePreview, way: WayPreview, words: ReleaseWords): ReportPart[] {
  if (way.status === "notApplicable") return [];
  const name = words.way(way.way, way.hypothetical);
  const titled = (title: string): string => `${name} – ${title}`;
  const data = one.data?.[way.way];
  return [
    {
      level: 3,
      title: titled(words.heading("before")),
      lines: checklist(one, way).map(({ check, count }) => words.check(check, count)),
    },
    { level: 3, title: titled(words.heading("blockers")), table: blockersTable(way, words) },
    {
      level: 3,
      title: titled(words.heading("rollsUp")),
      lines: way.rollsUp.map(({ displayName, version }) => `${displayName} ${version}`),
    },
    ...COUNTED.map((kind): ReportPart => {
      const fates = way.fates.filter((fate) => fate.kind === kind);
      const table = fatesTable(fates, new Map((data?.items ?? []).map((item) => [item.component.key, item])), words);
      return { level: 3, title: titled(`${words.kind(kind)} (${fates.length})`), table };
    }),
    { level: 3, title: titled(words.heading("wayBack")), lines: waysBack(way).map(words.wayBack) },
  ];
}

function blockersTable({ blockers }: WayPreview, words: ReleaseWords): ReportTable {
  const columns: readonly ReleaseColumn[] = ["round", "kind", "required", "dependent", "fix", "why"];
  return {
    head: columns.map(words.column),
    rows: blockers.map(({ round, kind, certain, required, dependent, fix, code, why }) => [
      String(round),
      words.blocker(kind, certain),
      `${words.type(required)} ${required.displayName}`,
      dependent.address === required.address ? "" : `${words.type(dependent)} ${dependent.displayName}`,
      words.fix(fix),
      [code, why && words.why(why)].filter(Boolean).join(" "),
    ]),
  };
}

function fatesTable(
  fates: readonly ComponentRelease[],
  data: ReadonlyMap<string, DataItem>,
  words: ReleaseWords,
): ReportTable {
  const columns: readonly ReleaseColumn[] = [
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
  const rows = fates.map((fate) => {
    const { component, heldBy, override, why, merged, goesWith } = fate;
    const item = data.get(component.here?.key ?? "");
    const notes = [why && words.why(why), goesWith && words.goesWith(goesWith)].filter(Boolean).join("; ");
    return [
      words.type(component),
      component.displayName,
      component.key,
      component.table ?? "",
      [...(merged && fate.changes.length > 0 ? [words.merged] : []), ...changeTexts(fate, words)].join("; "),
      heldBy.map(words.layer).join(", "),
      override === "none" ? "" : words.override(override),
      item ? words.data(item) : "",
      notes,
    ];
  });
  return { head: columns.map(words.column), rows };
}

const changeTexts = ({ changes }: ComponentRelease, words: ReleaseWords): string[] =>
  changes.map((change) =>
    words.change(change, { installed: shortText(change.installed), incoming: shortText(change.incoming) }),
  );

/** Characters of a value at most: form XML has megabytes. */
const LONGEST = 120;

export function shortText(value: PropertyValue | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = typeof value === "string" ? value : canonicalText(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (${text.length})` : text;
}
