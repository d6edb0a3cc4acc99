import {
  DataverseError,
  type DataverseErrorFacts,
  type DataverseErrorKind,
} from "../../../SolutionHealth/dataverse/errors";
import { startUninstall } from "../../../SolutionHealth/dataverse/operations/startUninstall";
import type { Transport } from "../../../SolutionHealth/dataverse/transport";

const JOB = "310799b8-dc6c-ee11-9ae7-000d3aaae21d";
const SOLUTION = { id: "1b1fa80d-aa0f-4291-b60c-b0745304ce24", uniqueName: "Contoso" };

/** A transport that notes what is written; the action ends in what is given. */
function server(action: () => Promise<unknown>) {
  const sent: string[] = [];
  const transport = {
    post: (path: string) => {
      sent.push(`POST ${path}`);
      return action();
    },
    delete: (path: string) => {
      sent.push(`DELETE ${path}`);
      return Promise.resolve();
    },
  } as unknown as Transport;
  return { sent, transport };
}

const refusing = (kind: DataverseErrorKind, facts: DataverseErrorFacts) =>
  server(() => Promise.reject(new DataverseError(kind, "refused", facts)));

describe("startUninstall", () => {
  it("hands back the job of the action, and sends nothing else", async () => {
    const { sent, transport } = server(() => Promise.resolve({ AsyncOperationId: JOB }));
    expect(await startUninstall(SOLUTION, transport)).toEqual({ asyncOperationId: JOB });
    expect(sent).toEqual(["POST UninstallSolutionAsync"]);
  });

  it.each<[string, DataverseErrorKind, DataverseErrorFacts]>([
    ["not found without a code", "notFound", { status: 404 }],
    ["an unknown segment", "notFound", { status: 404, code: "0x8006088A" }],
    ["an unknown message", "badRequest", { status: 400, code: "0x80060888" }],
    ["not implemented", "server", { status: 501, code: "0x80040203" }],
  ])("deletes the row where the action is not there: %s", async (_name, kind, facts) => {
    const { sent, transport } = refusing(kind, facts);
    expect(await startUninstall(SOLUTION, transport)).toBe("done");
    expect(sent).toEqual(["POST UninstallSolutionAsync", `DELETE solutions(${SOLUTION.id})`]);
  });

  it.each<[string, DataverseErrorKind, DataverseErrorFacts]>([
    ["the solution is not there", "notFound", { status: 404, code: "0x80040217" }],
    ["something needs it", "badRequest", { status: 400, code: "0x8004F01D" }],
    ["it may not be done", "forbidden", { status: 403, code: "0x80040220" }],
    ["another operation runs", "locked", { status: 429, code: "0x80071151" }],
    ["the server failed", "server", { status: 500, code: "0x80040216" }],
    ["a gateway answered 501", "server", { status: 501, outcomeUnknown: true }],
    ["no answer came", "timeout", { outcomeUnknown: true }],
  ])("sends nothing more where %s", async (_name, kind, facts) => {
    const { sent, transport } = refusing(kind, facts);
    await expect(startUninstall(SOLUTION, transport)).rejects.toMatchObject({ kind });
    expect(sent).toEqual(["POST UninstallSolutionAsync"]);
  });
});
