import { readAcceptedFile, writeAcceptedFile } from "../../../SolutionHealth/domain/overrides/acceptedFile";
import type { OverrideBackup } from "../../../SolutionHealth/domain/overrides/backup";
import { readBackupFile, writeBackupFile } from "../../../SolutionHealth/domain/overrides/backupFile";
import { FileFormatError, type FileProblem } from "../../../SolutionHealth/domain/overrides/fileProblem";
import type { RemovalReport } from "../../../SolutionHealth/domain/overrides/removalReport";
import {
  readRemovalReportFile,
  writeRemovalReportFile,
} from "../../../SolutionHealth/domain/overrides/removalReportFile";
import { accepted, component, guid } from "./overrideSamples";

function problemOf(read: () => unknown): FileProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof FileFormatError) return error.problem;
    throw error;
  }
  throw new Error("The file was taken");
}

type Json = Record<string, unknown>;

/** The file with something in it changed. */
function changed(content: string, change: (file: Json) => void): string {
  const file = JSON.parse(content) as Json;
  change(file);
  return JSON.stringify(file);
}

const backup: OverrideBackup = {
  createdOn: "2026-01-31T12:00:00.000Z",
  environment: { url: "https://contoso.crm4.dynamics.com", organizationId: guid(9), name: "Contoso" },
  items: [
    {
      component: component(1),
      layers: [
        {
          solution: "Active",
          publisher: "",
          order: 2,
          changes: '{"Attributes":[]}',
          componentJson: null,
          children: null,
        },
        { solution: "Base", publisher: "Contoso", order: 1, changes: "", componentJson: "{}", children: "" },
      ],
      versions: [{ solution: "Base", version: "1.0" }],
      definition: { name: "View 1", statecode: 0, description: null },
    },
  ],
};

const report: RemovalReport = {
  startedOn: "2026-01-31T12:00:00.000Z",
  endedOn: "2026-01-31T12:01:00.000Z",
  environment: { url: "https://contoso.crm4.dynamics.com" },
  backupFile: "backup.json",
  results: [
    { component: component(1), outcome: "refused", code: "0x80040220", serverText: "no ".repeat(10_000) },
    { component: component(2), outcome: "removed" },
  ],
};

describe("files of overrides", () => {
  it("come back as they were written", () => {
    const entries = [accepted(1, { acceptedBy: "Ann", expiresOn: "2026-12-31" }), accepted(2)];
    expect(readAcceptedFile(writeAcceptedFile(entries))).toEqual(entries);
    expect(readBackupFile(writeBackupFile(backup))).toEqual(backup);
    expect(readRemovalReportFile(writeRemovalReportFile(report))).toEqual(report);
  });

  it("hold a component's own members and nothing that was added to it", () => {
    const extended = { ...component(1), modifiedOn: new Date() };
    const items = backup.items.map((item) => ({ ...item, component: extended }));
    expect(readBackupFile(writeBackupFile({ ...backup, items }))).toEqual(backup);
  });

  it("are read with a byte order mark in front", () => {
    expect(readAcceptedFile(`\uFEFF${writeAcceptedFile([accepted(1)])}`)).toHaveLength(1);
  });

  it("are the same text for the same entries in any order", () => {
    const entries = [accepted(1), accepted(2), accepted(3, { typeName: "Role" })];
    expect(writeAcceptedFile([...entries].reverse())).toBe(writeAcceptedFile(entries));
  });

  it.each(["", "{", "not json", writeAcceptedFile([accepted(1)]).slice(0, -10)])("refuse %p as no JSON", (content) => {
    expect(problemOf(() => readAcceptedFile(content)).code).toBe("notJson");
  });

  it.each(["null", "1", "[]", "{}", '{"format":"something"}', writeBackupFile(backup)])(
    "refuse another format: %p",
    (content) => {
      expect(problemOf(() => readAcceptedFile(content)).code).toBe("otherFormat");
    },
  );

  it("refuse a later version, saying which are known", () => {
    const content = changed(writeAcceptedFile([]), (file) => (file.version = 2));
    expect(problemOf(() => readAcceptedFile(content))).toEqual({
      code: "newerVersion",
      detail: "version 2; known are up to 1",
    });
  });

  it.each<[string, (entry: Json) => void]>([
    ["overrides[1].id", (entry) => (entry.id = "1")],
    ["overrides[1].reason", (entry) => (entry.reason = "")],
    ["overrides[1].reason", (entry) => (entry.reason = "x".repeat(10_001))],
    ["overrides[1].reason", (entry) => delete entry.reason],
    ["overrides[1].fingerprint", (entry) => (entry.fingerprint = "xyz")],
    ["overrides[1].acceptedOn", (entry) => (entry.acceptedOn = "yesterday")],
    ["overrides[1].acceptedOn", (entry) => (entry.acceptedOn = "2026-13-01T00:00:00Z")],
    ["overrides[1].expiresOn", (entry) => (entry.expiresOn = "2026-02-30")],
    ["overrides[1].expiresOn", (entry) => (entry.expiresOn = null)],
    ["overrides[1].properties[0]", (entry) => (entry.properties = [1])],
    ["overrides[1].because", (entry) => (entry.because = "a slip")],
    ["overrides[1]", (entry) => (entry.id = guid(1))],
  ])("refuse as a whole what is wrong at %s", (place, change) => {
    const content = changed(writeAcceptedFile([accepted(1), accepted(2)]), (file) =>
      change((file.overrides as [Json, Json])[1]),
    );
    expect(problemOf(() => readAcceptedFile(content))).toMatchObject({ code: "invalid", place });
  });

  it("refuse a backup of which a value was changed, or an item taken away", () => {
    const content = writeBackupFile(backup);
    const altered = changed(content, (file) => {
      const [item] = file.items as { definition: Json }[];
      if (item) item.definition.name = "Other";
    });
    const shorter = changed(content, (file) => (file.items = []));
    expect(problemOf(() => readBackupFile(altered)).code).toBe("damaged");
    expect(problemOf(() => readBackupFile(shorter)).code).toBe("damaged");
  });

  it("take a backup whose members somebody's editor has put in another order", () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([name, member]) => [name, reversed(member)]),
      );
    };
    const content = JSON.stringify(reversed(JSON.parse(writeBackupFile(backup))));
    expect(readBackupFile(content)).toEqual(backup);
  });
});
