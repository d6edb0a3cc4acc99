import { toReportedSolution } from "../../reports/reportedSolution";
import { visibleJson } from "../../visibleText";
import type { ComponentRelease, PackagePreview, ReleaseComponent, ReleaseWay, WayPreview } from "../releasePreview";
import { packageVerdict, releaseConditions, type ReleaseVerdict } from "../releaseVerdict";
import { createValueReporter, type ReportedValue, type ValueReporter } from "./reportedValue";
import type { ReleaseReport } from "./releaseReport";
import type {
  ReleaseReportFile,
  ReportedComponent,
  ReportedFate,
  ReportedPackage,
  ReportedWay,
} from "./releaseReportFile";

/** The text of the file. The same preview gives the same text. */
export const releaseReportJson = (report: ReleaseReport): string =>
  `${visibleJson(JSON.stringify(toReportFile(report), undefined, 2))}\n`;

function toReportFile({ preview, place, wayOf, comparison }: ReleaseReport): ReleaseReportFile {
  const { environment, readAt, overwrite, order, packages, unread } = preview;
  const reported = createValueReporter();
  const judged = packages.map((one) => {
    const way = wayOf(one);
    return { one, way, verdict: packageVerdict(one, way) };
  });
  const verdicts = judged.map(({ verdict }) => verdict);
  return {
    format: "solution-health/release-preview",
    formatVersion: 1,
    place,
    ...(environment && { environment }),
    readAt: readAt.toISOString(),
    overwrite,
    partial: unread.length > 0 || verdicts.some(({ partial }) => partial),
    verdict: releaseConditions(verdicts),
    order: { names: order.names, cycles: order.cycles },
    packages: judged.map(({ one, way, verdict }) => toPackage(one, way, verdict, reported)),
    unread,
    ...(comparison && { comparison }),
  };
}

function toPackage(
  preview: PackagePreview,
  way: WayPreview | undefined,
  { conditions, partial }: ReleaseVerdict,
  reported: ValueReporter,
): ReportedPackage {
  const { installed, base, patches, pendingUpgrade, ways, data, ...rest } = preview;
  const told = Object.values(ways).map((one) => [one.way, toWay(one, data?.[one.way], reported)] as const);
  return {
    ...rest,
    ...(installed && { installed: toReportedSolution(installed) }),
    ...(base && { base: toReportedSolution(base) }),
    patches: patches.map(toReportedSolution),
    ...(pendingUpgrade && { pendingUpgrade: toReportedSolution(pendingUpgrade) }),
    ...(way && { way: way.way }),
    verdict: conditions,
    partial,
    ways: Object.fromEntries(told) as Record<ReleaseWay, ReportedWay>,
  };
}

/** Findings stand once, with the package. */
function toWay(
  { fates, blockers, rollsUp, findings: _findings, ...rest }: WayPreview,
  data: NonNullable<PackagePreview["data"]>[ReleaseWay],
  reported: ValueReporter,
): ReportedWay {
  const here = new Map(fates.map(({ component }) => [component.here?.key, component]));
  return {
    ...rest,
    fates: fates.map((fate) => toFate(fate, reported)),
    blockers: blockers.map((one) => ({
      ...one,
      required: toComponent(one.required),
      dependent: toComponent(one.dependent),
    })),
    rollsUp: rollsUp.map(toReportedSolution),
    ...(data && {
      data: {
        ...data,
        items: data.items.map((item) => {
          const { key, ...component } = item.component;
          const judged = here.get(key);
          return { ...item, component: judged ? toComponent(judged) : { ...component, key: component.name } };
        }),
      },
    }),
  };
}

function toFate({ component, kind, changes, lost, ...rest }: ComponentRelease, reported: ValueReporter): ReportedFate {
  return {
    component: toComponent(component),
    fate: kind,
    changes: changes.map(({ installed, incoming, visibleNow, visibleThen, otherwise, ...change }) => ({
      ...change,
      ...present({
        installed: reported(installed),
        incoming: reported(incoming),
        visibleNow: reported(visibleNow),
        visibleThen: reported(visibleThen),
        otherwise: reported(otherwise),
      }),
    })),
    ...(lost && {
      lost: lost.map(({ now, then, ...loss }) => ({
        ...loss,
        ...present({ now: reported(now), then: reported(then) }),
      })),
    }),
    ...rest,
  };
}

/** Only those that there are. */
const present = <K extends string>(
  values: Readonly<Record<K, ReportedValue | undefined>>,
): Partial<Record<K, ReportedValue>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<
    Record<K, ReportedValue>
  >;

const toComponent = ({ here, address: _address, ...component }: ReleaseComponent): ReportedComponent => ({
  ...component,
  ...(here && { id: here.id }),
});
