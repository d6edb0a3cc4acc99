import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { pollingInterval } from "../../../SolutionHealth/dataverse/operations/pollingInterval";
import {
  errorCodeOf,
  retrieveAsyncOperation,
} from "../../../SolutionHealth/dataverse/operations/retrieveAsyncOperation";
import { retrieveImportJob } from "../../../SolutionHealth/dataverse/operations/retrieveImportJob";
import { retrieveSolutionByName } from "../../../SolutionHealth/dataverse/operations/retrieveSolutionByName";
import { retrieveSolutionImportResult } from "../../../SolutionHealth/dataverse/operations/retrieveSolutionImportResult";
import { waitForAsyncOperation } from "../../../SolutionHealth/dataverse/operations/waitForAsyncOperation";
import { waitForImportJob } from "../../../SolutionHealth/dataverse/operations/waitForImportJob";
import type { Clock } from "../../../SolutionHealth/dataverse/clock";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";

const ID = "310799b8-dc6c-ee11-9ae7-000d3aaae21d";
const MISSING = new DataverseError("notFound", "There is no such row.");

/** A transport that gives these answers one after the other, the last for ever; errors are thrown. */
function answering(...answers: unknown[]) {
  const paths: string[] = [];
  const next = (path: string): Promise<unknown> => {
    const answer = answers[Math.min(paths.length, answers.length - 1)];
    paths.push(path);
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { paths, transport: { get: next, getRows: next } as unknown as Transport };
}

/** A clock that lets time pass at once, and notes how much. */
function recordingClock() {
  const waits: number[] = [];
  const clock: Clock = {
    now: () => 0,
    after: (milliseconds, run) => {
      waits.push(milliseconds);
      void Promise.resolve().then(run);
      return () => undefined;
    },
  };
  return { waits, clock };
}

describe("retrieveAsyncOperation", () => {
  it("asks for the columns it needs", async () => {
    const { paths, transport } = answering({ statecode: 0, statuscode: 0 });
    await retrieveAsyncOperation(ID, transport);
    expect(paths).toEqual([
      `asyncoperations(${ID})?$select=statecode,statuscode,message,friendlymessage,errorcode,startedon,completedon`,
    ]);
  });

  it.each([
    [0, 0, "waiting"],
    [1, 10, "waiting"],
    [2, 20, "running"],
    [3, 30, "succeeded"],
    [3, 31, "failed"],
    [3, 32, "cancelled"],
    [3, 99, "unknown"],
  ])("reads state %d with status %d as %s", async (statecode, statuscode, status) => {
    const { transport } = answering({ statecode, statuscode });
    expect((await retrieveAsyncOperation(ID, transport)).status).toBe(status);
  });

  it("prefers the friendly words, and gives the code as the Web API writes it", async () => {
    const row = { statecode: 3, statuscode: 31, message: "stack", friendlymessage: "Too low.", errorcode: -2147187391 };
    const { transport } = answering(row);
    expect(await retrieveAsyncOperation(ID, transport)).toMatchObject({
      errorText: "Too low.",
      errorCode: "0x80048541",
    });
  });

  it("has no code where there is none", () => {
    expect([errorCodeOf(undefined), errorCodeOf(0), errorCodeOf(-2147020463)]).toEqual([
      undefined,
      undefined,
      "0x80071151",
    ]);
  });
});

describe("waitForAsyncOperation", () => {
  it("looks until the job has ended, with growing waits", async () => {
    const running = { statecode: 2, statuscode: 20 };
    const { transport } = answering(running, running, running, { statecode: 3, statuscode: 30 });
    const { waits, clock } = recordingClock();
    const seen: string[] = [];
    const onLook = ({ status }: { status: string }): void => void seen.push(status);

    expect((await waitForAsyncOperation(ID, transport, { clock, onLook })).status).toBe("succeeded");
    expect(waits).toEqual([2000, 3000, 4500]);
    expect(seen).toEqual(["running", "running", "running"]);
  });

  it("stops waiting when cancelled", async () => {
    const { transport } = answering({ statecode: 2, statuscode: 20 });
    const cancel = new AbortController();
    const clock: Clock = { now: () => 0, after: () => () => undefined };
    const waiting = waitForAsyncOperation(ID, transport, {
      clock,
      signal: cancel.signal,
      onLook: () => cancel.abort(),
    });
    await expect(waiting).rejects.toMatchObject({ kind: "cancelled" });
  });
});

describe("pollingInterval", () => {
  it("grows to 15 seconds and no further", () => {
    expect([0, 1, 2, 5, 50].map(pollingInterval)).toEqual([2000, 3000, 4500, 15000, 15000]);
  });
});

describe("retrieveImportJob", () => {
  it("gives nothing while there is no row", async () => {
    expect(await retrieveImportJob(ID, answering(MISSING).transport)).toBeUndefined();
  });

  it("throws any other error", async () => {
    const refused = new DataverseError("forbidden", "no");
    await expect(retrieveImportJob(ID, answering(refused).transport)).rejects.toBe(refused);
  });
});

describe("waitForImportJob", () => {
  it("waits for the row to appear, and then for its end", async () => {
    const { transport } = answering(
      MISSING,
      MISSING,
      { progress: 40 },
      { progress: 92, completedon: "2026-01-01T00:00:00Z" },
    );
    const progress: number[] = [];
    const onLook = (job: { progress: number }): void => void progress.push(job.progress);
    const job = await waitForImportJob(ID, transport, { clock: recordingClock().clock, onLook });
    expect(job?.progress).toBe(92);
    expect(progress).toEqual([40]);
  });

  it("gives up on a row that never appears, after about ten minutes", async () => {
    const { waits, clock } = recordingClock();
    expect(await waitForImportJob(ID, answering(MISSING).transport, { clock })).toBeUndefined();
    const minutes = waits.reduce((sum, wait) => sum + wait, 0) / 60_000;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThan(12);
  });
});

describe("retrieveSolutionImportResult", () => {
  it("reads warnings whether they are texts or objects", async () => {
    const { paths, transport } = answering({
      SolutionOperationResult: {
        Status: "Passed",
        WarningMessages: ["a", { Message: "b" }, { Other: 1 }],
        ErrorMessages: [],
      },
    });
    expect(await retrieveSolutionImportResult(ID, transport)).toEqual({
      status: "Passed",
      warnings: ["a", "b", '{"Other":1}'],
      errors: [],
    });
    expect(paths).toEqual([`RetrieveSolutionImportResult(ImportJobId=${ID})`]);
  });

  it("does not take an answer without a result for a good one", async () => {
    await expect(retrieveSolutionImportResult(ID, answering({}).transport)).rejects.toMatchObject({
      kind: "unreadable",
    });
  });
});

describe("retrieveSolutionByName", () => {
  it("asks by name with quotes doubled, and compares without regard to case", async () => {
    const { paths, transport } = answering([{ solutionid: ID, uniquename: "CONTOSO", version: "1.0" }]);
    expect((await retrieveSolutionByName("Contoso", transport))?.version).toBe("1.0");
    expect(decodeURIComponent(paths[0] ?? "")).toContain("$filter=uniquename eq 'Contoso'");
    await retrieveSolutionByName("O'Brien", transport);
    expect(decodeURIComponent(paths[1] ?? "")).toContain("'O''Brien'");
  });

  it("takes no other solution for the one asked for", async () => {
    const { transport } = answering([{ solutionid: ID, uniquename: "Contoso2", version: "1.0" }]);
    expect(await retrieveSolutionByName("Contoso", transport)).toBeUndefined();
  });
});
