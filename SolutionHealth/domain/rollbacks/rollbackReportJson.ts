import type { Guid } from "../model/guid";
import { type ReportedSolution, toReportedSolution } from "../reports/reportedSolution";
import type { ReportPlace } from "../reports/reportPlace";
import type { RollbackComparison } from "./compareRollback";
import type { DataCount, DataItem } from "../consequences/dataAtRisk";
import type { NotKnown, RollbackComponent, UnreadFact } from "./rollbackFacts";
import type { Blocker, ComponentFate, FateKind, FixPlace, RefusalReason, RollbackPreview } from "./rollbackPreview";

/** A component in the file: addressed by type and id. */
export type ReportedComponent = Omit<RollbackComponent, "key">;

/**
 * The report for programs: codes instead of words, instants in ISO 8601 UTC. `formatVersion` rises with each change that a
 * reader of the version before would not understand; members may be added without.
 */
export interface RollbackReportFile {
  readonly format: "solution-health/rollback-preview";
  readonly formatVersion: 1;
  readonly environment: ReportPlace;
  readonly readAt: string;
  readonly targets: readonly ReportedSolution[];
  readonly refused: readonly { readonly solutionId: Guid; readonly name: string; readonly reason: RefusalReason }[];
  readonly holdings: readonly ReportedSolution[];
  readonly verdict: RollbackPreview["verdict"];
  readonly order: {
    readonly steps: readonly (ReportedSolution & {
      readonly because: "target" | "patch";
      readonly implied: boolean;
    })[];
    readonly cycles: readonly (readonly string[])[];
    readonly missing: readonly string[];
  };
  readonly counts: Readonly<Record<FateKind, number>>;
  readonly blockers: readonly {
    readonly kind: Blocker["kind"];
    readonly round: number;
    readonly required: ReportedComponent;
    readonly dependent: ReportedComponent;
    readonly fix: FixPlace;
    readonly why?: NotKnown;
  }[];
  /** `goesWith` is the id of the table or environment variable with which it goes. */
  readonly fates: readonly (Omit<ComponentFate, "component" | "goesWith"> & {
    readonly component: ReportedComponent;
    readonly goesWith?: Guid;
  })[];
  readonly data?: {
    readonly complete: boolean;
    readonly total: number;
    readonly items: readonly {
      readonly component: ReportedComponent;
      readonly kind: DataItem["kind"];
      readonly count: DataCount;
    }[];
  };
  readonly unread: readonly UnreadFact[];
  /** What was found afterwards, where it was done. */
  readonly comparison?: {
    readonly compared: number;
    readonly asSaid: number;
    readonly surprises: readonly (Omit<RollbackComparison["surprises"][number], "component"> & {
      readonly component: ReportedComponent;
    })[];
  };
}

/** The text of the file. The same preview gives the same text. */
export const rollbackReportJson = (
  preview: RollbackPreview,
  place: ReportPlace,
  comparison?: RollbackComparison,
): string => `${JSON.stringify(toReportFile(preview, place, comparison), undefined, 2)}\n`;

function toReportFile(
  preview: RollbackPreview,
  environment: ReportPlace,
  comparison: RollbackComparison | undefined,
): RollbackReportFile {
  const { targets, refused, holdings, verdict, order, counts, blockers, unread, data } = preview;
  return {
    format: "solution-health/rollback-preview",
    formatVersion: 1,
    environment,
    readAt: preview.readAt.toISOString(),
    targets: targets.map(toReportedSolution),
    refused,
    holdings: holdings.map(toReportedSolution),
    verdict,
    order: {
      ...order,
      steps: order.steps.map(({ solution, because, implied }) => ({
        ...toReportedSolution(solution),
        because,
        implied,
      })),
    },
    counts,
    blockers: blockers.map((one) => ({
      ...one,
      required: toComponent(one.required),
      dependent: toComponent(one.dependent),
    })),
    fates: fatesOf(preview),
    ...(data && { data: { ...data, items: data.items.map(withComponent) } }),
    unread,
    ...(comparison && { comparison: { ...comparison, surprises: comparison.surprises.map(withComponent) } }),
  };
}

function fatesOf({ fates }: RollbackPreview): RollbackReportFile["fates"] {
  const ids = new Map(fates.map(({ component }) => [component.key, component.id]));
  return fates.map(({ goesWith, ...fate }) => {
    const whole = ids.get(goesWith ?? "");
    return { ...withComponent(fate), ...(whole !== undefined && { goesWith: whole }) };
  });
}

const withComponent = <T extends { readonly component: RollbackComponent }>(
  item: T,
): Omit<T, "component"> & { readonly component: ReportedComponent } => ({
  ...item,
  component: toComponent(item.component),
});

const toComponent = ({ key: _key, ...component }: RollbackComponent): ReportedComponent => component;
