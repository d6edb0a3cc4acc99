import { atMost } from "./measurement";
import { toJson, toText, type Outcome } from "./report";

const taken: Outcome = {
  name: "bundle",
  title: "Production bundle",
  figures: [{ name: "gzip", value: 41, unit: "KB", aim: atMost(40) }],
};
const failed: Outcome = { name: "load", title: "First load", figures: [], missing: ["No browser."] };

describe("toText", () => {
  it("closes with the measurements that could not be taken", () => {
    expect(toText([taken, failed])).toMatch(/\n\nCould not be taken: load\.$/);
  });

  it("gives the reason under the measurement's title", () => {
    expect(toText([failed])).toContain("First load\n  Could not be taken: No browser.");
  });

  it("says nothing of the kind when all were taken", () => {
    expect(toText([taken])).not.toContain("Could not be taken");
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
