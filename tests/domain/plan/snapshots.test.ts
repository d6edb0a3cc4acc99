import { addDays } from "../../../SolutionHealth/domain/plan/day";
import {
  type HealthSnapshot,
  type SnapshotFinding,
  comparedSnapshot,
} from "../../../SolutionHealth/domain/plan/healthSnapshot";
import { readSnapshotText, writeSnapshotText } from "../../../SolutionHealth/domain/plan/snapshotText";
import { snapshotsToDrop } from "../../../SolutionHealth/domain/plan/thinSnapshots";

const NOW = new Date("2026-11-28T12:00:00Z");
const TODAY = "2026-11-28";

const NO_COUNTS = {
  solutionsAtRisk: 0,
  solutionsAttention: 0,
  solutionsHealthy: 1,
  solutionsUnknown: 0,
  findingsAtRisk: 0,
  findingsAttention: 0,
  findingsInfo: 0,
  findingsAccepted: 0,
};

const snapshot = (day: string, part: Partial<HealthSnapshot> = {}): HealthSnapshot => ({
  id: `snapshot ${day}`,
  takenOn: new Date(`${day}T08:00:00Z`),
  counts: NO_COUNTS,
  findings: [],
  unknownRules: [],
  leftOut: 0,
  ...part,
});

const finding = (part: Partial<SnapshotFinding> = {}): SnapshotFinding => ({
  ruleId: "upgradeWaiting",
  solution: "Contoso_Sales",
  subject: "",
  fingerprint: "0".repeat(64),
  severity: "attention",
  ...part,
});

/** One a day, the oldest so many days ago. */
const daily = (days: number): HealthSnapshot[] =>
  Array.from({ length: days + 1 }, (_unused, age) => snapshot(addDays(TODAY, -age)));

const left = (all: readonly HealthSnapshot[]): string[] => {
  const gone = new Set(snapshotsToDrop(all, NOW));
  return all.filter((one) => !gone.has(one)).map(({ takenOn }) => takenOn.toISOString().slice(0, 10));
};

describe("snapshotsToDrop", () => {
  it("keeps every day of the last 30", () => {
    expect(left(daily(30))).toHaveLength(31);
  });

  it("keeps the last one of each week of the year before them", () => {
    const days = left(daily(60));
    // 28 November 2026 is a Saturday; 29 October is 30 days back. The last ones of the weeks before are Sundays.
    expect(days.slice(31)).toEqual(["2026-10-28", "2026-10-25", "2026-10-18", "2026-10-11", "2026-10-04"]);
  });

  it("keeps none that is older than a year", () => {
    const days = left(daily(800));
    expect(days[days.length - 1]).toBe("2025-11-30");
    expect(days.length).toBeLessThan(31 + 50);
  });

  it("thins what was thinned before no further on the same day", () => {
    const gone = new Set(snapshotsToDrop(daily(400), NOW));
    expect(
      snapshotsToDrop(
        daily(400).filter(({ id }) => ![...gone].some((one) => one.id === id)),
        NOW,
      ),
    ).toEqual([]);
  });

  it("keeps the newest however old it is, and the newest that can be read", () => {
    const ancient = [snapshot("2020-01-03", { unreadable: true }), snapshot("2020-01-02"), snapshot("2020-01-01")];
    expect(left(ancient)).toEqual(["2020-01-03", "2020-01-02"]);
  });

  it("asks nothing of an empty list, and leaves one alone that lies in the future of a wrong clock", () => {
    expect(snapshotsToDrop([], NOW)).toEqual([]);
    expect(left([snapshot("2026-12-24"), snapshot(TODAY)])).toEqual(["2026-12-24", TODAY]);
  });
});

describe("comparedSnapshot", () => {
  it("is the newest of an earlier day, not today's own and none that cannot be read", () => {
    const older = snapshot("2026-11-20");
    expect(comparedSnapshot([snapshot(TODAY), snapshot("2026-11-27", { unreadable: true }), older], NOW)).toBe(older);
    expect(comparedSnapshot([snapshot(TODAY)], NOW)).toBeUndefined();
  });
});

describe("the text of a snapshot", () => {
  it("comes back as it was written", () => {
    const detail = {
      findings: [
        finding({ severity: "atRisk", subjects: 12 }),
        { ruleId: "patchOrphaned", subject: "p 1", fingerprint: "f", severity: "attention", accepted: true } as const,
        finding({ severity: "info", solution: 'a "quoted" name' }),
      ],
      unknownRules: ["overrideNew"],
      leftOut: 3,
    };
    expect(readSnapshotText(writeSnapshotText(detail))).toEqual(detail);
  });

  it("is read as earlier versions wrote it, without the number of subjects", () => {
    const text = '{"format":1,"rules":["a"],"findings":[[0,"A","","f",0,0]],"unknown":[],"leftOut":0}';
    expect(readSnapshotText(text)?.findings).toEqual([
      { ruleId: "a", solution: "A", subject: "", fingerprint: "f", severity: "atRisk" },
    ]);
    expect(readSnapshotText(text.replace("0,0]]", '0,0,"x"]]'))).toBeUndefined();
  });

  it("holds its limit, leaves out the mildest, and counts them", () => {
    const findings = Array.from({ length: 500 }, (_unused, index) =>
      finding({ solution: `Solution ${index}`, severity: index % 2 === 0 ? "info" : "atRisk" }),
    );
    const text = writeSnapshotText({ findings, unknownRules: [], leftOut: 0 }, 40_000);
    expect(text.length).toBeLessThanOrEqual(40_000);
    const back = readSnapshotText(text);
    expect(back?.findings.slice(0, 250).every(({ severity }) => severity === "atRisk")).toBe(true);
    expect((back?.findings.length ?? 0) + (back?.leftOut ?? 0)).toBe(500);
    expect(back?.leftOut).toBeGreaterThan(0);
  });

  it("is small: a finding takes about a hundred characters", () => {
    const findings = Array.from({ length: 900 }, () => finding());
    expect(writeSnapshotText({ findings, unknownRules: [], leftOut: 0 }).length).toBeLessThan(100_000);
  });

  it.each([
    [
      "a text that was cut off",
      writeSnapshotText({ findings: [finding()], unknownRules: [], leftOut: 0 }).slice(0, -5),
    ],
    ["another format", '{"format":2,"rules":[],"findings":[],"unknown":[],"leftOut":0}'],
    ["a rule that is not listed", '{"format":1,"rules":[],"findings":[[0,"","","f",0,0]],"unknown":[],"leftOut":0}'],
    ["a line of another shape", '{"format":1,"rules":["a"],"findings":[[0,""]],"unknown":[],"leftOut":0}'],
    ["nothing", ""],
  ])("is not read where it is %s", (_what, text) => {
    expect(readSnapshotText(text)).toBeUndefined();
  });
});
