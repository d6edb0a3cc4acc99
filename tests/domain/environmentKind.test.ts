import { environmentKind } from "../../SolutionHealth/domain/environments/environmentKind";

describe("environmentKind", () => {
  it.each([
    ["Secondary", "production"],
    ["4", "production"],
    ["CustomerTest", "sandbox"],
    ["5", "sandbox"],
    ["Default", "default"],
    ["Developer", "developer"],
    ["13", "developer"],
    ["Trial", "trial"],
    ["EmailTrial", "trial"],
    ["Teams", "teams"],
    ["MsftInvestigation", "unknown"],
    ["constructor", "unknown"],
    [undefined, "unknown"],
  ])("of %s is %s", (organizationType, kind) => {
    expect(environmentKind(organizationType)).toBe(kind);
  });
});
