import { acceptanceOf, acceptedByComponent } from "../../../SolutionHealth/domain/overrides/acceptance";
import { accepted, facts, OTHER_PRINT } from "./overrideSamples";

const now = new Date("2026-06-30T23:59:00Z");

describe("acceptanceOf", () => {
  it("is new without an entry, and accepted with one for the same change", () => {
    expect(acceptanceOf(facts(), undefined, now)).toBe("new");
    expect(acceptanceOf(facts(), accepted(1), now)).toBe("accepted");
  });

  it("is changed when something else is changed now, expired or not", () => {
    const other = facts({ fingerprint: OTHER_PRINT });
    expect(acceptanceOf(other, accepted(1), now)).toBe("changed");
    expect(acceptanceOf(other, accepted(1, { expiresOn: "2020-01-01" }), now)).toBe("changed");
  });

  it("counts the last day whole, and expires on the next", () => {
    const entry = accepted(1, { expiresOn: "2026-06-30" });
    expect(acceptanceOf(facts(), entry, now)).toBe("accepted");
    expect(acceptanceOf(facts(), entry, new Date("2026-07-01T00:00:00Z"))).toBe("expired");
  });

  it("is unknown where the override is, whatever was accepted", () => {
    const unknown = facts({ state: "unknown", reason: "readFailed", fingerprint: "" });
    expect(acceptanceOf(unknown, accepted(1, { fingerprint: "" }), now)).toBe("unknown");
  });
});

describe("acceptedByComponent", () => {
  it("lets the later of two entries for one component win", () => {
    const late = accepted(1, { reason: "late", acceptedOn: "2026-02-01T00:00:00Z" });
    for (const entries of [
      [accepted(1), late],
      [late, accepted(1)],
    ]) {
      expect([...acceptedByComponent(entries).values()]).toEqual([late]);
    }
  });
});
