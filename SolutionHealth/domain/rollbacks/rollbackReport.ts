import { csvText } from "../csv";
import { markdownTable, markdownText } from "../markdownText";
import type { ReportPlace } from "../reports/reportPlace";
import { createFateCells, type FateColumn } from "./fateCells";
import { FATE_COLUMNS, type ReportColumn, type ReportWords } from "./reportWords";
import type { FateKind, RollbackPreview } from "./rollbackPreview";

const SHOWN: Readonly<Record<FateKind, readonly FateColumn[]>> = {
  deleted: ["type", "name", "table", "because", "override", "data"],
  unknown: ["type", "name", "table", "because"],
  returns: ["type", "name", "table", "changes", "likelyKept"],
  fallsBack: ["type", "name", "table", "changes", "likelyKept"],
  survives: ["type", "name", "table", "because", "heldBy", "likelyKept"],
  unchanged: ["type", "name", "table", "because"],
};

/** The report that people keep and hand on: everything the preview says, as Markdown. */
export function rollbackMarkdown(preview: RollbackPreview, place: ReportPlace, words: ReportWords): string {
  const { heading } = words;
  const title = preview.targets.map(({ displayName, version }) => `${displayName} ${version}`).join(", ");
  return [
    `# ${markdownText(`${heading("title")}: ${title}`)}\n`,
    list([
      `${heading("environment")}: ${[place.name, place.url].filter(Boolean).join(" – ")}`,
      `${heading("readAt")}: ${words.date(preview.readAt)}`,
      ...preview.refused.map(({ name, reason }) => `${heading("refused")}: ${name} – ${words.refusal(reason)}`),
      ...preview.holdings.map(({ displayName, version }) => `${heading("holdings")}: ${displayName} ${version}`),
    ]),
    `**${markdownText(words.verdict(preview.verdict))}**\n`,
    ...orderPart(preview, words),
    ...blockersPart(preview, words),
    ...dataPart(preview, words),
    ...section(heading("unread"), list(preview.unread.map((fact) => words.unread(fact)))),
    ...fatesPart(preview, words),
  ].join("\n");
}

/** Every component with its fate, one row each: for spreadsheets. */
export function rollbackCsv(preview: RollbackPreview, words: ReportWords): string {
  const cells = createFateCells(preview, preview.data, words);
  return csvText([FATE_COLUMNS.map(words.column), ...preview.fates.map((fate) => cells(fate, FATE_COLUMNS))]);
}

function orderPart({ order }: RollbackPreview, words: ReportWords): string[] {
  const steps = order.steps.map((step, index) => {
    const { displayName, uniqueName, version } = step.solution;
    const note = words.step(step);
    return `${index + 1}. ${markdownText(`${displayName} ${version} (${uniqueName})${note && ` – ${note}`}`)}\n`;
  });
  return [
    ...section(words.heading("order"), steps.join("")),
    ...section(words.heading("cycles"), list(order.cycles.map((ring) => ring.map(words.solution).join(" → ")))),
    ...section(words.heading("missing"), list(order.missing)),
  ];
}

function blockersPart({ blockers }: RollbackPreview, words: ReportWords): string[] {
  const columns: readonly ReportColumn[] = ["round", "kind", "required", "dependent", "fix", "why"];
  const rows = blockers.map(({ round, kind, required, dependent, fix, why }) => [
    String(round),
    words.blocker(kind),
    `${words.type(required)} ${words.component(required)}`,
    required.key === dependent.key ? "" : `${words.type(dependent)} ${words.component(dependent)}`,
    words.fix({ kind, fix }),
    why ? words.why(why) : "",
  ]);
  return table(words.heading("blockers"), columns, rows, words);
}

function dataPart({ data }: RollbackPreview, words: ReportWords): string[] {
  if (data === undefined) return [];
  const rows = data.items.map((item) => [
    words.type(item.component),
    words.component(item.component),
    item.component.table ?? "",
    words.data(item),
  ]);
  const part = table(words.heading("data"), ["type", "name", "table", "data"], rows, words);
  return data.complete ? part : [...part, `${markdownText(words.incomplete(data.items.length, data.total))}\n`];
}

function fatesPart(preview: RollbackPreview, words: ReportWords): string[] {
  const cells = createFateCells(preview, preview.data, words);
  return (Object.keys(SHOWN) as FateKind[]).flatMap((kind) => {
    const rows = preview.fates.filter((fate) => fate.kind === kind).map((fate) => cells(fate, SHOWN[kind]));
    return table(`${words.fate(kind)} (${rows.length})`, SHOWN[kind], rows, words);
  });
}

const table = (
  title: string,
  columns: readonly ReportColumn[],
  rows: readonly (readonly string[])[],
  words: ReportWords,
): string[] => (rows.length === 0 ? [] : section(title, markdownTable(columns.map(words.column), rows)));

const section = (title: string, content: string): string[] =>
  content === "" ? [] : [`## ${markdownText(title)}\n`, content];

const list = (lines: readonly string[]): string => lines.map((line) => `- ${markdownText(line)}\n`).join("");
