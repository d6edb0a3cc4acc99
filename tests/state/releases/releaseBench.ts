import { mocked } from "../../mocked";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";
import type { IncomingPackage } from "../../../SolutionHealth/domain/releases/incomingPackage";
import type { ReleaseFacts } from "../../../SolutionHealth/domain/releases/releaseFacts";
import {
  type PackagePreview,
  RELEASE_WAYS,
  type ReleasePreview,
  type ReleaseWay,
  type WayPreview,
} from "../../../SolutionHealth/domain/releases/releasePreview";
import type { JobPhase, TrackedJob } from "../../../SolutionHealth/state/jobs/model";
import type { StoredFile } from "../../../SolutionHealth/package/reading/fileSource";
import type { ReleaseStore } from "../../../SolutionHealth/state/releases/model";
import type { ReleasePorts, ReleaseWork } from "../../../SolutionHealth/state/releases/ports";
import { createReleaseStore } from "../../../SolutionHealth/state/releases/releaseStore";
import { createFakeClock } from "../../dataverse/fakeClock";
import { solution } from "../../domain/rollbacks/rollbackFacts";
import { job } from "../../views/fakeJobs";
import { guid } from "../bench";

/** A file whose name is the package's: "Sales 1.2.0.0". */
export const fileNamed = (name: string): StoredFile => ({
  name,
  size: 3,
  slice: () => ({ arrayBuffer: () => Promise.resolve(new TextEncoder().encode("zip").buffer) }),
});

export function packageNamed(name: string): IncomingPackage {
  const [uniqueName = "", version = "1.0.0.0"] = name.split(" ");
  return {
    manifest: {
      uniqueName,
      names: [],
      version,
      managed: true,
      publisher: { uniqueName: "con", names: [], prefix: "con" },
      missingDependencies: [],
      rootComponents: [],
    },
    components: [],
    fileName: name,
    size: 3,
    sha256: `sha of ${name}`,
  };
}

const NO_COUNTS = { added: 0, changed: 0, unchanged: 0, deleted: 0, survives: 0, leftBehind: 0, unknown: 0 };

export const wayPreview = (way: ReleaseWay, part: Partial<WayPreview> = {}): WayPreview => ({
  way,
  status: "possible",
  hypothetical: false,
  fates: [],
  counts: NO_COUNTS,
  hidden: { byOverride: 0, byHigher: 0 },
  blockers: [],
  rollsUp: [],
  unlisted: false,
  findings: [],
  ...part,
});

export function previewOf(
  content: IncomingPackage,
  ways: Partial<Record<ReleaseWay, Partial<WayPreview>>> = {},
): PackagePreview {
  const { manifest, fileName, size, sha256 } = content;
  return {
    package: {
      fileName,
      size,
      sha256,
      uniqueName: manifest.uniqueName,
      displayName: manifest.uniqueName,
      version: manifest.version,
      managed: true,
      publisher: { uniqueName: "con", displayName: "Contoso" },
      components: 0,
      partial: [],
    },
    patches: [],
    findings: [],
    ways: Object.fromEntries(RELEASE_WAYS.map((way) => [way, wayPreview(way, ways[way])])) as PackagePreview["ways"],
    advice: { way: "update", reason: "nothingLeftBehind", components: [], alternatives: [] },
    values: [],
    alsoInEarlier: [],
  };
}

export interface ReleaseBench {
  readonly store: ReleaseStore;
  readonly work: jest.Mocked<ReleaseWork>;
  readonly jobs: { readonly importPackage: jest.Mock; readonly applyUpgrade: jest.Mock };
  /** Operations on the list. */
  readonly list: TrackedJob[];
  readonly post: jest.Mock;
  readonly saveFile: jest.Mock;
  /** Version of the upgrade that is staged here, by unique name. */
  readonly staged: Record<string, string>;
  /** How jobs end, in turn; "succeeded" where nothing is said. */
  readonly ends: JobPhase[];
  /** Ways of packages, by unique name. */
  readonly ways: Record<string, Partial<Record<ReleaseWay, Partial<WayPreview>>>>;
}

export function createReleaseBench(): ReleaseBench {
  const ways: ReleaseBench["ways"] = {};
  const ends: JobPhase[] = [];
  const staged: ReleaseBench["staged"] = {};
  let asked = 0;
  const preview = (facts: ReleaseFacts, overwrite: boolean): ReleasePreview => ({
    overwrite,
    packages: facts.packages.map(({ package: own }) => {
      const { uniqueName } = own.manifest;
      const version = staged[uniqueName];
      const one = previewOf(own, ways[uniqueName]);
      return version === undefined ? one : { ...one, pendingUpgrade: solution(`${uniqueName}_Upgrade`, { version }) };
    }),
    order: { names: [], cycles: [] },
    unread: [],
    readAt: new Date(0),
  });
  const work: jest.Mocked<ReleaseWork> = {
    lookAt: mocked<ReleaseWork["lookAt"]>(() => Promise.resolve(new Map())),
    open: mocked<ReleaseWork["open"]>((file) => Promise.resolve(packageNamed(file.name))),
    read: mocked<ReleaseWork["read"]>((packages) =>
      Promise.resolve({
        packages: packages.map((own) => ({ package: own, presence: new Map(), members: [], parts: [] })),
        solutions: packages.map(({ manifest }) => ({ uniqueName: manifest.uniqueName, version: manifest.version })),
        stacks: new Map(),
      } as unknown as ReleaseFacts),
    ),
    preview: mocked<ReleaseWork["preview"]>((facts, { overwrite }) => Promise.resolve(preview(facts, overwrite))),
    count: mocked<ReleaseWork["count"]>(() => Promise.resolve({ items: [], complete: true, total: 0 })),
  };
  const run = jest.fn((): Promise<TrackedJob> =>
    Promise.resolve(job((asked += 1), { phase: ends.shift() ?? "succeeded" })),
  );
  const jobs = { importPackage: jest.fn(run), applyUpgrade: jest.fn(run) };
  const list: TrackedJob[] = [];
  const post = jest.fn();
  const saveFile = jest.fn();
  const ports: ReleasePorts = {
    transport: { post } as unknown as Transport,
    clock: createFakeClock(),
    jobs: { getState: () => ({ jobs: list }), subscribe: () => () => undefined, ...jobs },
    callsMade: () => 0,
    saveFile,
    newId: () => guid(99),
    work,
  };
  return { store: createReleaseStore(ports), work, jobs, list, post, saveFile, ends, ways, staged };
}
