import {
  type PackagePreview,
  RELEASE_KINDS,
  RELEASE_WAYS,
  type ReleasePreview,
  type WayPreview,
} from "../releasePreview";
import { packageVerdict } from "../releaseVerdict";
import type { ReleaseReport } from "./releaseReport";
import type { ReleaseWords } from "./releaseWords";
import { blockersPart, type ReportPart, type ReportTable, wayParts } from "./wayParts";

/** Everything the preview says, in order. Parts without content are left out. */
export function releaseDocument({ preview, place, wayOf }: ReleaseReport, words: ReleaseWords): ReportPart[] {
  const { heading } = words;
  const { environment, packages, unread } = preview;
  const title = packages.map((one) => `${one.package.displayName} ${one.package.version}`).join(", ");
  const name = [place.name ?? environment?.name, place.url].filter(Boolean).join(" – ");
  const partial = unread.length > 0 || packages.some((one) => packageVerdict(one, wayOf(one)).partial);
  const parts: ReportPart[] = [
    {
      level: 1,
      title: `${heading("title")}: ${title}`,
      lines: [
        `${heading("environment")}: ${[name, environment?.version].filter(Boolean).join(", ")}`,
        `${heading("readAt")}: ${words.date(preview.readAt)}`,
        words.overwrite(preview.overwrite),
        ...orderLines(preview, words),
        ...(partial ? [words.partial] : []),
      ],
    },
    {
      level: 2,
      title: heading("unread"),
      lines: unread.map((fact) => `${words.unread(fact)}: ${words.why(fact.why)}`),
    },
    ...packages.flatMap((one) => packageParts(one, wayOf(one), words)),
  ];
  return parts.filter(({ level, lines, table }) => level === 1 || (lines?.length ?? 0) + (table?.rows.length ?? 0) > 0);
}

const orderLines = ({ packages, order }: ReleasePreview, { heading }: ReleaseWords): string[] => [
  ...(packages.length > 1 ? [`${heading("order")}: ${order.names.join(" → ")}`] : []),
  ...order.cycles.map((ring) => `${heading("cycles")}: ${ring.join(" → ")}`),
];

function packageParts(one: PackagePreview, judged: WayPreview | undefined, words: ReleaseWords): ReportPart[] {
  const { heading } = words;
  const { package: content, findings, values } = one;
  return [
    {
      level: 2,
      title: `${content.displayName} ${content.version} (${content.uniqueName})`,
      lines: packageLines(one, judged, words),
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
    ...RELEASE_WAYS.map((name) => one.ways[name])
      .sort((a, b) => Number(b === judged) - Number(a === judged))
      .flatMap((way) => partsOf(one, way, judged, words)),
  ];
}

function packageLines(
  { package: content, installed, advice }: PackagePreview,
  judged: WayPreview | undefined,
  words: ReleaseWords,
): string[] {
  const { heading } = words;
  return [
    `${heading("file")}: ${content.fileName} (${content.size})`,
    `${heading("hash")}: ${content.sha256}`,
    `${heading("installed")}: ${installed?.version ?? words.notApplicable("notInstalled")}`,
    `${heading("advice")}: ${words.advice(advice)}`,
    ...(judged
      ? [`${heading("way")}: ${words.way(judged.way, judged.hypothetical)} – ${words.status(judged.status)}`]
      : []),
  ];
}

/** The way that counts is told wholly, of others what stands in their way; where none is open, all of every one. */
function partsOf(
  one: PackagePreview,
  way: WayPreview,
  judged: WayPreview | undefined,
  words: ReleaseWords,
): ReportPart[] {
  if (way.status === "notApplicable") return [];
  return judged === undefined || judged.status === "notApplicable" || way === judged
    ? wayParts(one, way, words)
    : [blockersPart(way, words)];
}

const waysTable = ({ ways }: PackagePreview, words: ReleaseWords): ReportTable => ({
  head: [words.column("way"), words.column("status"), ...RELEASE_KINDS.map(words.kind)],
  rows: RELEASE_WAYS.map((name) => {
    const { hypothetical, status, notApplicable, counts } = ways[name];
    const state = notApplicable === undefined ? words.status(status) : words.notApplicable(notApplicable);
    return [words.way(name, hypothetical), state, ...RELEASE_KINDS.map((kind) => String(counts[kind]))];
  }),
});
