import { DataverseError } from "../../../SolutionHealth/dataverse/errors";
import { adviceFor } from "../../../Solutions/pipeline/connect/advice";
import { toPipelineError } from "../../../Solutions/pipeline/connect/failures";
import { ExitCode, PipelineError } from "../../../Solutions/pipeline/errors";

describe("adviceFor", () => {
  it("knows a code in any case", () => {
    expect(adviceFor("0X8004F01D", undefined)).toBe(adviceFor("0x8004f01d", undefined));
    expect(adviceFor("0x8004F01D", undefined)).toContain("need this solution");
  });

  it("knows errors that come without a code of their own by their text", () => {
    const text = "The operation cannot continue because there are other managed layers over the base layer.";
    expect(adviceFor("0x80040216", text)).toContain("Uninstall those solutions first");
  });

  it("points to the history for what it does not know", () => {
    expect(adviceFor("0x12345678", "strange")).toContain("solution history");
  });
});

describe("toPipelineError", () => {
  it("tells the server's own words, the code and what to do", () => {
    const facts = { code: "0x80048541", status: 400, serverText: "The import solution must have a higher version." };
    expect(toPipelineError(new DataverseError("badRequest", "status 400", facts), "Importing X")).toMatchObject({
      code: "0x80048541",
      message: "Importing X failed: The import solution must have a higher version. (0x80048541)",
      whatToDo: expect.stringContaining("Raise the version"),
      exitCode: ExitCode.refused,
    });
  });

  it.each(["network", "timeout", "signedOut"] as const)(
    "ends with 5 when the environment is out of reach: %s",
    (kind) => {
      expect(toPipelineError(new DataverseError(kind, "no answer"), "Importing X").exitCode).toBe(ExitCode.connection);
    },
  );

  it("tells a sign-in that failed on the way as what it is", () => {
    const cause = new PipelineError({
      code: "signInFailed",
      message: "m",
      whatToDo: "w",
      exitCode: ExitCode.connection,
    });
    expect(toPipelineError(new DataverseError("network", "unreachable", { cause }), "Importing X")).toBe(cause);
  });
});
