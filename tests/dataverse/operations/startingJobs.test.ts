import { deleteAndPromoteAsync } from "../../../SolutionHealth/dataverse/operations/deleteAndPromoteAsync";
import { importSolutionAsync } from "../../../SolutionHealth/dataverse/operations/importSolutionAsync";
import { stageAndUpgradeAsync } from "../../../SolutionHealth/dataverse/operations/stageAndUpgradeAsync";
import { toStartedJob } from "../../../SolutionHealth/dataverse/operations/startedJob";
import { uninstallSolutionAsync } from "../../../SolutionHealth/dataverse/operations/uninstallSolutionAsync";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";

const JOB = "310799b8-dc6c-ee11-9ae7-000d3aaae21d";
const IMPORT = "1b1fa80d-aa0f-4291-b60c-b0745304ce24";
const ANSWER = { ImportJobKey: IMPORT, AsyncOperationId: JOB };

const REQUEST = {
  customizationFile: "UEs=",
  importJobId: IMPORT,
  overwriteUnmanagedCustomizations: true,
  publishWorkflows: false,
};

/** A transport that notes writes and answers them. */
function recording(answer: unknown) {
  const posts: [string, unknown][] = [];
  const transport = {
    post: (path: string, body: unknown) => {
      posts.push([path, body]);
      return Promise.resolve(answer);
    },
  } as unknown as Transport;
  return { posts, transport };
}

describe("starting a job", () => {
  it("imports with our own job id, and says whether the solution is held", async () => {
    const { posts, transport } = recording(ANSWER);
    const job = await importSolutionAsync({ ...REQUEST, holdingSolution: true }, transport);

    expect(job).toEqual({ asyncOperationId: JOB, importJobId: IMPORT });
    expect(posts).toEqual([
      [
        "ImportSolutionAsync",
        {
          OverwriteUnmanagedCustomizations: true,
          PublishWorkflows: false,
          CustomizationFile: "UEs=",
          ImportJobId: IMPORT,
          HoldingSolution: true,
        },
      ],
    ]);
  });

  it("upgrades in one step without the parameter that this message does not have", async () => {
    const { posts, transport } = recording(ANSWER);
    await stageAndUpgradeAsync(REQUEST, transport);
    expect(posts[0]?.[0]).toBe("StageAndUpgradeAsync");
    expect(posts[0]?.[1]).not.toHaveProperty("HoldingSolution");
  });

  it("applies and uninstalls by unique name", async () => {
    const { posts, transport } = recording({ AsyncOperationId: JOB });
    expect(await deleteAndPromoteAsync("Contoso", transport)).toEqual({ asyncOperationId: JOB });
    await uninstallSolutionAsync("Contoso", transport);
    expect(posts).toEqual([
      ["DeleteAndPromoteAsync", { UniqueName: "Contoso" }],
      ["UninstallSolutionAsync", { SolutionUniqueName: "Contoso" }],
    ]);
  });

  it.each([undefined, {}, { AsyncOperationId: "none" }])(
    "cannot tell what became of it when the answer is %j",
    (body) => {
      let thrown: unknown;
      try {
        toStartedJob(body);
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toMatchObject({ kind: "unreadable", outcomeUnknown: true });
    },
  );
});
