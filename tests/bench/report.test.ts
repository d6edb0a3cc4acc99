import { atMost } from "./measurement";
import { closingText, toJson, toText, type Outcome } from "./report";

const taken: Outcome = {
  name: "bundle",
  title: "Production bundle",
  figures: [{ name: "gzip", value: 41, unit: "KB", aim: atMost(40) }],
};
const failed: Outcome = { name: "load", title: "First load", figures: [], missing: ["No browser."] };

describe("toText", () => {
  it("gives the reason under the title of what could not be taken", () => {
    expect(toText(failed)).toBe("First load\n  Could not be taken: No browser.\n");
  });

  it("gives the figures under the title of what was taken", () => {
    expect(toText(taken)).toMatch(/^Production bundle\n.*\n {2}gzip +41 {2}KB +≤ 40 {2}NO/);
  });
});

describe("closingText", () => {
  it("names the measurements that could not be taken", () => {
    expect(closingText([taken, failed])).toMatch(/\nCould not be taken: load\.$/);
  });

  it("says nothing of the kind when all were taken", () => {
    expect(closingText([taken])).not.toContain("Could not be taken");
  });
});

describe("toJson", () => {
  it("says of each figure whether its aim is met", () => {
    const { measurements } = JSON.parse(toJson([taken])) as { measurements: { figures: { met: boolean }[] }[] };
    expect(measurements[0]?.figures[0]).toMatchObject({ name: "gzip", value: 41, unit: "KB", met: false });
  });

  it("keeps the reason of what could not be taken", () => {
    const { measurements } = JSON.parse(toJson([failed])) as { measurements: { missing: string[] }[] };
    expect(measurements[0]?.missing).toEqual(["No browser."]);
  });
});
