import type { DataCount, DataItem } from "../../../SolutionHealth/domain/consequences/dataAtRisk";
import type { ReportColumn, ReportHeading, ReportWords } from "../../../SolutionHealth/domain/rollbacks/reportWords";
import type { NotKnown, UnreadFact } from "../../../SolutionHealth/domain/rollbacks/rollbackFacts";
import type {
  Blocker,
  BlockerKind,
  FateKind,
  LayerName,
  RefusalReason,
  RollbackPreview,
  UnchangedReason,
} from "../../../SolutionHealth/domain/rollbacks/rollbackPreview";

const HEADINGS: Readonly<Record<ReportHeading, string>> = {
  title: "Uninstalling",
  environment: "Environment",
  readAt: "Read at",
  refused: "Cannot be taken back",
  holdings: "Staged upgrade, to be applied or uninstalled first",
  order: "Order",
  cycles: "Need each other, so that none can go first",
  missing: "To go or to change first",
  blockers: "What stands in the way",
  data: "Data that would be lost",
  unread: "Could not be read",
};

const COLUMNS: Readonly<Record<ReportColumn, string>> = {
  fate: "What becomes of it",
  type: "Type",
  name: "Name",
  logicalName: "Logical name",
  table: "Table",
  id: "Id",
  because: "Because",
  changes: "Changes",
  likelyKept: "Likely kept",
  heldBy: "Held by",
  leaving: "Brought by",
  override: "Customized here",
  data: "Data",
  round: "Round",
  kind: "Kind",
  required: "What would go",
  dependent: "What needs it",
  fix: "Where to mend it",
  why: "Why not known",
};

const FATES: Readonly<Record<FateKind, string>> = {
  deleted: "Deleted",
  fallsBack: "Falls back",
  returns: "Comes back to view",
  survives: "Survives",
  unchanged: "Looks the same",
  unknown: "Not known",
};

const VERDICTS: Readonly<Record<RollbackPreview["verdict"], string>> = {
  possible: "Nothing is known that stands in the way.",
  blocked: "The environment will refuse.",
  uncertain: "Whether it is possible could not be found out.",
};

const BLOCKERS: Readonly<Record<BlockerKind, string>> = {
  dependency: "needed",
  baseLayer: "another publisher's layer over the base",
  coveredDependency: "needed by a layer that is covered now",
  part: "part of a table that would go",
  perhaps: "may still be needed: the server decides",
  lastForm: "the last main form of a table that stays",
  mayBeLastForm: "perhaps the last main form of a table that stays",
  unreadable: "could not be found out",
};

export const REFUSALS: Readonly<Record<RefusalReason, string>> = {
  notInstalled: "is not installed",
  unmanaged: "is unmanaged: deleting it takes the container away and leaves its components",
  restricted: "belongs to the platform",
};

const UNREAD: Readonly<Record<UnreadFact["what"], string>> = {
  members: "components",
  holders: "who else holds them",
  dependencies: "what needs them",
  forms: "main forms of a table",
  types: "names of component types",
};

const WHY: Readonly<Record<NotKnown["reason"], string>> = {
  notRead: "was not read",
  cancelled: "cancelled",
  typeUnknown: "the environment does not name its type",
  unreadable: "the answer cannot be understood",
};

export const layer = ({ displayName, version }: LayerName): string => [displayName, version].filter(Boolean).join(" ");

export const why = (reason: NotKnown | undefined): string =>
  reason === undefined ? "" : [WHY[reason.reason], reason.text, reason.code].filter(Boolean).join(": ");

function fix({ kind, fix: place }: Pick<Blocker, "kind" | "fix">): string {
  const isForm = kind === "lastForm" || kind === "mayBeLastForm";
  if (place.where === "here") return isForm ? "in this environment, by another main form" : "in this environment";
  if (place.where === "unknown") return "not known";
  const name = layer(place.solution);
  return place.where === "solution" ? `${name} has to go or to change first` : `${name} has to go before`;
}

function unchanged(reason: UnchangedReason, decidedBy: LayerName | undefined): string {
  const words: Readonly<Record<UnchangedReason, string>> = {
    higherLayer: `${decidedBy ? layer(decidedBy) : "a higher layer"} decides`,
    override: "a customization in this environment decides",
    sameValues: "the layer below says the same",
    nothingSet: "it sets nothing",
  };
  return words[reason];
}

function count(counted: DataCount): string {
  if (counted.status === "unknown") return `not known (${why(counted.why)})`;
  const number = counted.count.toLocaleString("en-US");
  return { exact: number, atLeast: `at least ${number}`, snapshot: `about ${number}, counted within 24 hours` }[
    counted.status
  ];
}

export const data = ({ kind, count: counted }: DataItem): string =>
  `${kind === "rows" ? "rows" : "values"}: ${count(counted)}`;

const unread = ({ what, solution, table, why: reason }: UnreadFact): string =>
  `${[UNREAD[what], solution && `of ${solution}`, table && `below ${table}`].filter(Boolean).join(" ")}: ${why(reason)}`;

/** The words of the command line, which speaks English. */
export const ROLLBACK_WORDS: ReportWords = {
  heading: (heading) => HEADINGS[heading],
  column: (column) => COLUMNS[column],
  verdict: (verdict) => VERDICTS[verdict],
  fate: (kind) => FATES[kind],
  blocker: (kind) => BLOCKERS[kind],
  fix,
  refusal: (reason) => REFUSALS[reason],
  step: ({ implied }) => (implied ? "goes with its base" : ""),
  unchanged,
  goesWith: ({ displayName }) => `goes with ${displayName}.`,
  newBase: (name) => `${layer(name)} becomes its base.`,
  change: ({ property, now = "nothing", then = "nothing", from, certain }) =>
    `${property}: ${now} → ${then}${from ? ` (${from})` : ""}${certain ? "" : ", likely"}`,
  data,
  incomplete: (counted, total) => `Not everything was counted: ${counted} of ${total}.`,
  unread,
  why,
  type: ({ typeName }) => typeName,
  component: ({ displayName }) => displayName,
  layer,
  solution: (uniqueName) => uniqueName,
  yes: "yes",
  notTold: "not known",
  date: (date) => date.toISOString(),
};
