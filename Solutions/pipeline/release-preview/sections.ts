import type { ReleaseKind, ReleaseWay } from "../../../SolutionHealth/domain/releases/releasePreview";
import type { ComponentDocument, ComponentName, PackageDocument, PreviewDocument } from "./previewDocument";
import { BLOCKERS, CONDITIONS, FATES, FINDINGS, STATUSES, WAYS } from "./previewWords";

/** A part of the report: what Markdown and HTML both make of it. All texts are plain. */
export interface Section {
  readonly level: 1 | 2 | 3;
  readonly title: string;
  readonly lines: readonly string[];
  readonly table?: { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };
}

/** The report in words. */
export function sectionsOf(document: PreviewDocument): Section[] {
  const { environment, readAt, overwrite, order, unread, verdict } = document;
  const failed = verdict.failed.map(({ condition, packages }) => `${packages.join(", ")}: ${CONDITIONS[condition]}.`);
  return [
    {
      level: 1,
      title: "Release preview",
      lines: [
        `Environment: ${[environment.name, environment.url, environment.version].filter(Boolean).join(", ")}`,
        `Read at: ${readAt}`,
        `Customizations: ${overwrite ? "overwritten" : "kept"}`,
        `Order of import: ${order.names.join(", ")}`,
        ...order.cycles.map((cycle) => `Need each other, so that their order is a guess: ${cycle.join(", ")}`),
        ...failed,
        ...(verdict.partial ? ["Not everything could be found out: what is not known is said below."] : []),
      ],
    },
    ...document.packages.flatMap(packageSections),
    ...(unread.length === 0
      ? []
      : [{ level: 2 as const, title: "Could not be read here", lines: unread.map(unreadLine) }]),
  ];
}

function packageSections(one: PackageDocument): Section[] {
  const { package: content, installedVersion, way, status, advice } = one;
  const judged = way === undefined ? "none is open" : WAYS[way as ReleaseWay];
  const advised = advice.way === undefined ? "none" : WAYS[advice.way];
  return [
    {
      level: 2,
      title: `${content.displayName} ${content.version}`,
      lines: [
        `File: ${content.fileName}, ${content.size.toLocaleString("en-US")} bytes, SHA-256 ${content.sha256}`,
        `Here now: ${installedVersion ?? "not installed"}`,
        `Way: ${judged}. ${STATUSES[status] ?? status}`,
        `Advised way: ${advised}`,
        ...(one.counts ? [`Components: ${countsText(one.counts)}`] : []),
        ...one.rollsUp.map((patch) => `Goes with the upgrade: ${patch}`),
      ],
    },
    ...listSection("What to know first", findingRows(one), ["Weight", "What", "Error"]),
    ...listSection("What stands in the way", blockerRows(one), ["Round", "Why", "What", "Needed by"]),
    ...listSection("Data that would be deleted", dataRows(one), ["What", "Name", "How many"]),
    ...listSection("Components", one.components.map(componentRow), ["Fate", "Type", "Key", "Changes", "Customization"]),
    ...listSection("Could not be read in the package", partialRows(one), ["Entry", "Why"]),
  ];
}

function listSection(title: string, rows: readonly (readonly string[])[], head: readonly string[]): Section[] {
  return rows.length === 0 ? [] : [{ level: 3, title, lines: [], table: { head, rows } }];
}

export function countsText(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).flatMap(([kind, count]) =>
    count > 0 ? [`${count} ${FATES[kind as ReleaseKind]}`] : [],
  );
  return parts.length > 0 ? parts.join(", ") : "none";
}

const findingRows = ({ findings }: PackageDocument): string[][] =>
  findings.map(({ id, severity, code, evidence }) => {
    const facts = Object.entries(evidence).map(([name, value]) => `${name}: ${value}`);
    return [severity, [FINDINGS[id], facts.join("; ")].filter(Boolean).join(" "), code ?? ""];
  });

const named = ({ typeName, key }: ComponentName): string => `${typeName} ${key}`;

const blockerRows = ({ blockers }: PackageDocument): string[][] =>
  blockers.map(({ kind, required, dependent, round, certain }) => [
    String(round),
    certain ? BLOCKERS[kind] : `${BLOCKERS[kind]}, perhaps`,
    named(required),
    named(dependent),
  ]);

const dataRows = ({ data }: PackageDocument): string[][] =>
  data.map(({ kind, name, count }) => [
    kind,
    name,
    count.status === "unknown" ? "not known" : `${count.status === "atLeast" ? "at least " : ""}${count.count}`,
  ]);

function componentRow({ fate, typeName, key, changes, override, why }: ComponentDocument): string[] {
  const texts = changes.map(
    ({ property, child, seen, by }) =>
      `${property}${child === undefined ? "" : ` ${child}`}${seen === "seen" ? "" : ` (${SEEN[seen] ?? seen}${by === undefined ? "" : `: ${by}`})`}`,
  );
  const reason = why === undefined ? "" : ` (${why.reason})`;
  return [`${FATES[fate]}${reason}`, typeName, key, texts.join(", "), OVERRIDES[override] ?? ""];
}

const SEEN: Readonly<Record<string, string>> = {
  hiddenByOverride: "hidden by a customization",
  hiddenByHigher: "hidden by a higher layer",
  merged: "merged",
  unknown: "whether it is seen is not known",
};

const OVERRIDES: Readonly<Record<ComponentDocument["override"], string>> = {
  none: "",
  staysOnTop: "stays on top",
  removedByOverwrite: "lost by overwriting",
  mergeTypeKept: "kept: this kind is merged",
  goesAlong: "goes along",
  unknown: "not known",
};

const partialRows = ({ package: { partial } }: PackageDocument): string[][] =>
  partial.map(({ entry, text }) => [entry ?? "", text]);

const unreadLine = ({ what, solution, table, typeName, why }: PreviewDocument["unread"][number]): string =>
  `${[what, solution, table, typeName].filter(Boolean).join(" ")}: ${[why.reason, why.text, why.code].filter(Boolean).join(", ")}`;
