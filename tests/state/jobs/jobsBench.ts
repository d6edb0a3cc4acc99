import { createTransport } from "../../../SolutionHealth/dataverse/transport";
import { createJobsStore, type FollowingJobsStore } from "../../../SolutionHealth/state/jobs/jobsStore";
import type { TrackedJob } from "../../../SolutionHealth/state/jobs/model";
import { createFakeClock, type FakeClock } from "../../dataverse/fakeClock";
import {
  API,
  BASE_URL,
  createAnsweringServer,
  failure,
  json,
  rows,
  type SentRequest,
} from "../../dataverse/fakeServer";
import { guid } from "../bench";

export const SALES = { id: guid(1), uniqueName: "Sales", displayName: "Contoso Sales", version: "1.0.0.0" };
export const JOB = guid(70);
/** The signed-in user. */
export const USER = guid(80);

/** What the environment says: a test changes it while a job is followed. */
export interface World {
  installed: boolean;
  /** Rows of the history, newest first. */
  history: object[];
  /** Ids of jobs of the kind that is asked for, newest first; with the columns that tell more of them. */
  jobs: (string | Readonly<Record<string, string>>)[];
  /** The row of the job that is asked for. */
  jobRow: (id: string) => Response;
  /** The answer to the request to uninstall; "cut" = the connection breaks. */
  start: () => Response | "cut";
  /** Answers anything else first; undefined = as usual. */
  other: (path: string) => Response | "cut" | undefined;
}

export interface JobsBench {
  readonly store: FollowingJobsStore;
  readonly clock: FakeClock;
  readonly world: World;
  readonly ended: TrackedJob[];
  /** Requests that change something. */
  writes(): string[];
  job(): TrackedJob;
}

export const jobRow = (statecode: number, statuscode: number, more: object = {}): Response =>
  json({ statecode, statuscode, ...more });

export const historyRow = (number: number, more: object = {}): object => ({
  msdyn_solutionhistoryid: guid(number),
  msdyn_uniquename: SALES.uniqueName,
  msdyn_name: SALES.displayName,
  msdyn_solutionversion: SALES.version,
  msdyn_operation: 1,
  "msdyn_operation@OData.Community.Display.V1.FormattedValue": "Uninstall",
  msdyn_status: 0,
  msdyn_starttime: "2026-01-01T00:00:00Z",
  msdyn_activityid: JOB,
  ...more,
});

export function createJobsBench(): JobsBench {
  const world: World = {
    installed: true,
    history: [],
    jobs: [],
    jobRow: () => jobRow(2, 20),
    start: () => json({ AsyncOperationId: JOB }),
    other: () => undefined,
  };
  const server = createAnsweringServer((request) => answer(request, world));
  const clock = createFakeClock();
  const transport = createTransport({ baseUrl: BASE_URL, fetch: server.fetch, clock });
  const ended: TrackedJob[] = [];
  const userId = (): Promise<string> => Promise.resolve(USER);
  const store = createJobsStore({ transport, clock, userId, onEnded: (job) => ended.push(job) });
  return {
    store,
    clock,
    world,
    ended,
    writes: () => server.requests.filter(({ method }) => method !== "GET").map(({ url }) => url.slice(API.length)),
    job() {
      const [job] = store.getState().jobs;
      if (!job) throw new Error("No job on the list");
      return job;
    },
  };
}

function answer(request: SentRequest, world: World): Response | undefined {
  const path = decodeURIComponent(request.url.slice(API.length));
  const given = world.other(path) ?? (request.method === "GET" ? reading(path, world) : world.start());
  if (given !== "cut") return given;
  request.fail(new TypeError("Failed to fetch"));
  return undefined;
}

function reading(path: string, world: World): Response {
  if (path.startsWith("asyncoperations(")) return world.jobRow(path.slice(16, 52));
  if (path.startsWith("asyncoperations")) {
    return rows(world.jobs.map((job) => (typeof job === "string" ? { asyncoperationid: job } : job)));
  }
  if (path.startsWith("msdyn_solutionhistories")) return rows(world.history);
  if (!path.startsWith("solutions")) return failure(404, "0x80060888", path);
  return rows(world.installed ? [{ solutionid: SALES.id, uniquename: SALES.uniqueName, version: SALES.version }] : []);
}
