import { platformCode, platformError } from "../../../SolutionHealth/domain/failures/platformErrors";

describe("platformCode", () => {
  it.each([
    ["0x8004f01d", "0x8004F01D"],
    ["8004F01D", "0x8004F01D"],
    ["-2147160035", "0x8004F01D"],
    ["2147807261", "0x8004F01D"],
    [" 0x80071151 ", "0x80071151"],
  ])("reads %s", (written, code) => {
    expect(platformCode(written)).toBe(code);
  });

  it.each(["", "0", "none", "0x12"])("takes %j for no code", (written) => {
    expect(platformCode(written)).toBeUndefined();
  });
});

describe("platformError", () => {
  it("knows a refusal by its code, in any form", () => {
    expect(platformError("-2147160032", undefined)).toBe("requiredBySolution");
    expect(platformError("0x80048068", "…")).toBe("packageVersion");
  });

  it("knows refusals without a documented code by their text", () => {
    const text = "The operation cannot continue because there are other managed layers over the base layer.";
    expect(platformError("0x80040216", text)).toBe("baseLayer");
  });

  it("knows by its code and by its text that a table would lose its last main form", () => {
    const text = "You cannot delete this form because it is the only fallback form of type main for the 'con_t' table.";
    expect(platformError("0x8004F654", undefined)).toBe("lastForm");
    expect(platformError("0x80048033", text)).toBe("lastForm");
  });

  it("looks for the inner code where the outer one only says that something failed", () => {
    expect(platformError("0x80048033", "Import failed: 0x8004801d Some dependencies are missing")).toBe(
      "dependenciesMissing",
    );
    expect(platformError("0x80048033", "Import failed")).toBe("importFailed");
    expect(platformError("0x80048541", "see 0x8004801d")).toBe("versionNotHigher");
  });

  it("does not pretend to know others", () => {
    expect(platformError("0x80999999", "What is this?")).toBeUndefined();
    expect(platformError(undefined, undefined)).toBeUndefined();
  });
});
