import type { DataItem } from "../consequences/dataAtRisk";
import type { NotKnown, RollbackComponent, UnreadFact } from "./rollbackFacts";
import type {
  Blocker,
  BlockerKind,
  FateKind,
  LayerName,
  RefusalReason,
  RollbackPreview,
  RollbackStep,
  UnchangedReason,
} from "./rollbackPreview";

/** Headings of the report, in their order. */
export type ReportHeading =
  | "title"
  | "environment"
  | "readAt"
  | "refused"
  | "holdings"
  | "order"
  | "cycles"
  | "missing"
  | "blockers"
  | "data"
  | "unread";

/** Columns of the report's tables and of the CSV file. */
export const FATE_COLUMNS = [
  "fate",
  "type",
  "name",
  "logicalName",
  "table",
  "id",
  "because",
  "changes",
  "likelyKept",
  "heldBy",
  "leaving",
  "override",
  "data",
] as const;

export type ReportColumn = (typeof FATE_COLUMNS)[number] | "round" | "kind" | "required" | "dependent" | "fix" | "why";

/** What people read, in the language of whoever saves the report. Codes stay out of it. */
export interface ReportWords {
  readonly heading: (heading: ReportHeading) => string;
  readonly column: (column: ReportColumn) => string;
  readonly verdict: (verdict: RollbackPreview["verdict"]) => string;
  readonly fate: (kind: FateKind) => string;
  readonly blocker: (kind: BlockerKind) => string;
  readonly fix: (blocker: Pick<Blocker, "kind" | "fix">) => string;
  readonly refusal: (reason: RefusalReason) => string;
  /** What stands beside a step of the order: taken along by its base, a patch; empty for an ordinary one. */
  readonly step: (step: RollbackStep) => string;
  readonly unchanged: (reason: UnchangedReason, decidedBy: LayerName | undefined) => string;
  readonly goesWith: (whole: RollbackComponent) => string;
  readonly newBase: (layer: LayerName) => string;
  /** A value that changes. @param now and @param then are shortened; undefined where there is none */
  readonly change: (change: {
    readonly property: string;
    readonly now: string | undefined;
    readonly then: string | undefined;
    readonly from: string | undefined;
    readonly certain: boolean;
  }) => string;
  readonly data: (item: DataItem) => string;
  /** That not everything was counted. */
  readonly incomplete: (counted: number, total: number) => string;
  readonly unread: (fact: UnreadFact) => string;
  readonly why: (why: NotKnown | undefined) => string;
  readonly type: (component: RollbackComponent) => string;
  readonly component: (component: RollbackComponent) => string;
  readonly layer: (layer: LayerName) => string;
  /** @param uniqueName of a solution that goes */
  readonly solution: (uniqueName: string) => string;
  readonly yes: string;
  readonly notTold: string;
  readonly date: (date: Date) => string;
}
