import type { DataCount } from "../../../SolutionHealth/domain/consequences/dataAtRisk";
import type {
  ComponentRelease,
  FindingId,
  PackagePreview,
  ReleaseBlocker,
  ReleaseComponent,
  ReleaseFinding,
  ReleasePreview,
  WayPreview,
} from "../../../SolutionHealth/domain/releases/releasePreview";
import { type AskedWay, chosenWay } from "./chosenWay";
import { dataOf, type Verdict } from "./verdict";

/**
 * The JSON of `preview`, version 1. Programs may rely on it: within a version, keys are only added. All codes
 * (`way`, `status`, `fate`, ids of findings, …) are those of `domain/releases/releasePreview`; dates are ISO 8601 in UTC.
 */
export interface PreviewDocument {
  readonly schema: "solution-health/release-preview";
  readonly schemaVersion: 1;
  readonly environment: { readonly url: string; readonly name?: string; readonly version?: string };
  readonly readAt: string;
  readonly overwrite: boolean;
  /** Unique names in the order of import, and packages that need each other. */
  readonly order: { readonly names: readonly string[]; readonly cycles: readonly (readonly string[])[] };
  /** In the order of import. */
  readonly packages: readonly PackageDocument[];
  /** What could not be read here: the answer about it is not known. */
  readonly unread: ReleasePreview["unread"];
  readonly verdict: Verdict;
}

export interface PackageDocument {
  readonly package: PackagePreview["package"];
  /** Version that is here; absent where the solution is not. */
  readonly installedVersion?: string;
  readonly advice: PackagePreview["advice"];
  /** The way that was judged; absent where none is open. */
  readonly way?: string;
  readonly status: string;
  readonly counts?: Readonly<Record<string, number>>;
  readonly findings: readonly {
    readonly id: FindingId;
    readonly severity: string;
    readonly code?: string;
    readonly evidence: Readonly<Record<string, string>>;
  }[];
  /** One a component, deleted and left-behind ones included. */
  readonly components: readonly ComponentDocument[];
  readonly blockers: readonly BlockerDocument[];
  readonly data: readonly (ComponentName & { readonly kind: "rows" | "values"; readonly count: DataCount })[];
  readonly values: PackagePreview["values"];
  /** Versions of patches that the upgrade takes along. */
  readonly rollsUp: readonly string[];
}

export interface ComponentName {
  /** Number of `componenttype`; for kinds without one the table's name. */
  readonly type: number | string;
  readonly typeName: string;
  /** Logical, schema or unique name, or GUID. */
  readonly key: string;
  readonly name: string;
}

export interface ComponentDocument extends ComponentName {
  readonly fate: ComponentRelease["kind"];
  readonly changes: readonly {
    readonly property: string;
    readonly child?: string;
    readonly seen: string;
    readonly by?: string;
  }[];
  readonly override: ComponentRelease["override"];
  /** Unique names of the solutions whose managed layers are on it afterwards, top first. */
  readonly heldBy: readonly string[];
  /** Why it could not be judged, or not wholly. */
  readonly why?: ComponentRelease["why"];
}

export interface BlockerDocument {
  readonly kind: ReleaseBlocker["kind"];
  readonly required: ComponentName;
  readonly dependent: ComponentName;
  readonly fix: ReleaseBlocker["fix"];
  readonly round: number;
  readonly certain: boolean;
  readonly code?: string;
}

/** @param url of the environment, as given */
export function previewDocument(
  preview: ReleasePreview,
  as: AskedWay | undefined,
  url: string,
  verdict: Verdict,
): PreviewDocument {
  const { environment, readAt, overwrite, order, packages, unread } = preview;
  return {
    schema: "solution-health/release-preview",
    schemaVersion: 1,
    environment: { url, ...(environment && { name: environment.name, version: environment.version }) },
    readAt: readAt.toISOString(),
    overwrite,
    order,
    packages: packages.map((one) => packageDocument(one, as)),
    unread,
    verdict,
  };
}

function packageDocument(preview: PackagePreview, as: AskedWay | undefined): PackageDocument {
  const way = chosenWay(preview, as);
  const { package: content, installed, advice, values, findings } = preview;
  const common = {
    package: content,
    ...(installed && { installedVersion: installed.version }),
    advice,
    values,
    findings: (way?.findings ?? findings).map(findingDocument),
  };
  return way === undefined ? { ...common, ...CLOSED } : { ...common, ...wayDocument(preview, way) };
}

/** Of a package for which no way is open. */
const CLOSED = { status: "refused", components: [], blockers: [], data: [], rollsUp: [] } as const;

type WayDocument = Pick<PackageDocument, "way" | "status" | "counts" | "components" | "blockers" | "data" | "rollsUp">;

function wayDocument(preview: PackagePreview, way: WayPreview): WayDocument {
  return {
    way: way.way,
    status: way.status,
    counts: way.counts,
    components: way.fates.map(componentDocument),
    blockers: way.blockers.map(blockerDocument),
    data: (dataOf(preview, way)?.items ?? []).map(({ component: { type, typeName, id, name }, kind, count }) => ({
      ...{ type, typeName, key: id, name },
      kind,
      count,
    })),
    rollsUp: way.rollsUp.map(({ uniqueName, version }) => `${uniqueName} ${version}`),
  };
}

function findingDocument({ id, severity, code, evidence }: ReleaseFinding): PackageDocument["findings"][number] {
  return { id, severity, ...(code !== undefined && { code }), evidence };
}

const nameOf = ({ type, typeName, key, name }: ReleaseComponent): ComponentName => ({ type, typeName, key, name });

function componentDocument({ component, kind, changes, override, heldBy, why }: ComponentRelease): ComponentDocument {
  return {
    ...nameOf(component),
    fate: kind,
    changes: changes.map(({ property, child, seen, by }) => ({
      property,
      ...(child !== undefined && { child }),
      seen,
      ...(by && { by: by.solution }),
    })),
    override,
    heldBy: heldBy.map(({ solution }) => solution),
    ...(why && { why }),
  };
}

function blockerDocument({ kind, required, dependent, fix, round, certain, code }: ReleaseBlocker): BlockerDocument {
  return {
    kind,
    required: nameOf(required),
    dependent: nameOf(dependent),
    fix,
    round,
    certain,
    ...(code !== undefined && { code }),
  };
}
