import type { NotKnown } from "../../consequences/affectedComponent";
import type { DataItem } from "../../consequences/dataAtRisk";
import type { LayerName } from "../../consequences/layerName";
import type { RequiredValue, UnreadReleaseFact } from "../releaseFacts";
import type { ReleaseAdvice } from "../releaseAdvice";
import type {
  NotApplicable,
  OverrideFate,
  ReleaseBlocker,
  ReleaseBlockerKind,
  ReleaseChange,
  ReleaseComponent,
  ReleaseFinding,
  ReleaseKind,
  ReleaseWay,
  WayPreview,
} from "../releasePreview";

/** Headings of the report. */
export type ReleaseHeading =
  | "title"
  | "environment"
  | "readAt"
  | "file"
  | "hash"
  | "installed"
  | "advice"
  | "way"
  | "order"
  | "cycles"
  | "ways"
  | "findings"
  | "blockers"
  | "data"
  | "values"
  | "rollsUp"
  | "unread"
  | "before"
  | "wayBack";

export type ReleaseColumn =
  | "way"
  | "status"
  | "type"
  | "name"
  | "key"
  | "table"
  | "changes"
  | "heldBy"
  | "override"
  | "data"
  | "why"
  | "round"
  | "kind"
  | "required"
  | "dependent"
  | "fix";

/** Steps of the checklist before an import, each where it applies. */
export const CHECKS = [
  "backUp",
  "runInCopy",
  "resolveBlockers",
  "bringDependencies",
  "prepareValues",
  "saveOverrides",
  "exportData",
  "waitForOperation",
  "applyPending",
] as const;
export type ReleaseCheck = (typeof CHECKS)[number];

/** How things come back afterwards, by way. */
export type WayBack = "uninstall" | "previousUpgrade" | "uninstallPatch" | "restoreBackup" | "reimportOverrides";

/** What people read, in the language of whoever saves the report. Codes of the platform stand beside it. */
export interface ReleaseWords {
  /** BCP 47, for the `lang` of the page. */
  readonly language: string;
  readonly heading: (heading: ReleaseHeading) => string;
  readonly column: (column: ReleaseColumn) => string;
  readonly way: (way: ReleaseWay, hypothetical: boolean) => string;
  readonly status: (status: WayPreview["status"]) => string;
  readonly notApplicable: (why: NotApplicable) => string;
  readonly kind: (kind: ReleaseKind) => string;
  readonly advice: (advice: ReleaseAdvice) => string;
  readonly finding: (finding: ReleaseFinding) => string;
  readonly severity: (severity: ReleaseFinding["severity"]) => string;
  readonly blocker: (kind: ReleaseBlockerKind, certain: boolean) => string;
  readonly fix: (blocker: Pick<ReleaseBlocker, "kind" | "fix">) => string;
  readonly override: (fate: OverrideFate) => string;
  /** One change in words; values are shortened texts, undefined where there is none. */
  readonly change: (
    change: Omit<ReleaseChange, "installed" | "visibleNow">,
    values: { readonly installed: string | undefined; readonly incoming: string | undefined },
  ) => string;
  readonly merged: string;
  readonly overwrite: (overwrite: boolean) => string;
  readonly value: (value: RequiredValue) => string;
  readonly data: (item: DataItem) => string;
  /** That not everything was counted. */
  readonly incomplete: (counted: number, total: number) => string;
  /** That not everything could be found out. */
  readonly partial: string;
  /** That an earlier package of the release touches the component too. */
  readonly asOfNow: string;
  readonly goesWith: (whole: string) => string;
  readonly check: (check: ReleaseCheck, count: number) => string;
  readonly wayBack: (way: WayBack) => string;
  readonly unread: (fact: UnreadReleaseFact) => string;
  readonly why: (why: NotKnown) => string;
  readonly type: (component: ReleaseComponent) => string;
  readonly layer: (layer: LayerName) => string;
  readonly date: (date: Date) => string;
}
