import { emptyState } from "../../../sandbox/engine/emptyState";

describe("emptyState", () => {
  const state = emptyState();

  it("has the platform's own solutions, of which only the CDS default one is visible (§1.3)", () => {
    expect(
      state.solutions.map((solution) => [solution.uniqueName.replace(/^Cr[0-9a-f]{5}$/, "Cr…"), solution.visible]),
    ).toEqual([
      ["System", false],
      ["Active", false],
      ["Default", false],
      ["Basic", false],
      ["Cr…", true],
    ]);
    expect(state.solutions.find((solution) => solution.uniqueName === "Active")?.id).toBe(
      "fd140aae-4df4-11dd-bd17-0019b9312238",
    );
    expect(state.solutions.find((solution) => solution.uniqueName === "Basic")?.version).toBe("1.0");
  });

  it("gives every solution a publisher that exists", () => {
    const publishers = new Set(state.publishers.map((publisher) => publisher.id));
    expect(state.solutions.every((solution) => publishers.has(solution.publisherId))).toBe(true);
  });

  it("has an administrator first, a reader and a disabled user", () => {
    expect(state.users.map((user) => [user.privileges.includes("*"), user.disabled])).toEqual([
      [true, false],
      [false, false],
      [true, true],
    ]);
  });

  it("has ids that depend on its address alone", () => {
    expect(emptyState()).toEqual(state);
    expect(emptyState({ urlName: "other" }).organization.id).not.toBe(state.organization.id);
  });

  it("is what it is asked to be", () => {
    const asked = emptyState({ type: "Secondary", version: "9.1.0.1", friendlyName: "Live", baseLanguage: 1031 });
    expect(asked.organization).toMatchObject({
      type: "Secondary",
      version: "9.1.0.1",
      friendlyName: "Live",
      baseLanguage: 1031,
    });
  });
});
