import { readRelease } from "../../SolutionHealth/dataverse/releases/readRelease";
import { retrieveMainForms } from "../../SolutionHealth/dataverse/retrieveMainForms";
import { readRollback } from "../../SolutionHealth/dataverse/rollbacks/readRollback";
import { previewRelease } from "../../SolutionHealth/domain/releases/previewRelease";
import { previewRollback } from "../../SolutionHealth/domain/rollbacks/previewRollback";
import { incoming } from "../integration/releasePackages";
import { Bench, form, guid, type PackageText, part, table } from "../sandbox/engine/handMade";
import { failure } from "./fakeServer";
import { type Intercept, openSandbox, type OpenSandbox } from "./rollbacks/openSandbox";

let sandbox: OpenSandbox | undefined;
afterEach(() => sandbox?.close());

const main = (number: number, tableName = "con_t", more: Record<string, number> = {}) =>
  form(guid(number), tableName, [], { properties: { type: 2, ...more } });
const shell = part(1, "con_t", { behavior: 2, shell: true });
const base: PackageText = { name: "A", components: [table("con_t"), main(1)] };
const without: PackageText = { name: "A", version: "2.0", components: [table("con_t")] };

function benchWith(...texts: readonly PackageText[]): Bench {
  const bench = new Bench();
  for (const text of texts) bench.import(text);
  return bench;
}

const questions = (): string[] => sandbox?.asked.filter((address) => address.startsWith("systemforms")) ?? [];
const aboutTables = (): string[] => questions().filter((address) => address.includes("$filter=type eq 2"));
const broken: Intercept = (request) =>
  request.includes("$filter=type eq 2") ? failure(500, "0x80040216", "broken") : undefined;

describe("reading main forms", () => {
  const read = async (bench: Bench, tables: readonly string[], intercept?: Intercept) => {
    sandbox = await openSandbox(bench.environment, intercept && { intercept });
    return retrieveMainForms(tables, sandbox.transport, new AbortController().signal);
  };

  it("tells those of each table, whoever made them, and which are switched off", async () => {
    const bench = benchWith(
      { name: "A", components: [table("con_t"), main(1), form(guid(3), "con_t", [], { properties: { type: 7 } })] },
      { name: "B", components: [table("con_u"), main(2, "con_u", { formactivationstate: 0 })] },
      { name: "Own", managed: false, components: [shell, main(4)] },
    );
    const forms = await read(bench, ["Con_T", "con_u", "con_none", "con_t"]);
    expect(Object.fromEntries(forms)).toEqual({
      con_t: {
        status: "read",
        forms: [
          { id: guid(1), active: true },
          { id: guid(4), active: true },
        ],
      },
      con_u: { status: "read", forms: [{ id: guid(2), active: false }] },
      con_none: { status: "read", forms: [] },
    });
    expect(questions()).toHaveLength(1);
  });

  it("asks nothing without tables, and for many in addresses that are short enough", async () => {
    expect((await read(benchWith(), [])).size).toBe(0);
    expect(sandbox?.asked).toEqual([]);
    await sandbox?.close();
    const many = Array.from({ length: 45 }, (_, index) => `contoso_somewhatlongtablename_${index}`);
    expect((await read(benchWith(), many)).size).toBe(45);
    expect(questions()).toHaveLength(3);
    expect(Math.max(...questions().map(({ length }) => length))).toBeLessThan(1800);
  });

  it("does not take what could not be read for nothing", async () => {
    const forms = await read(benchWith(base), ["con_t"], broken);
    expect(forms.get("con_t")).toMatchObject({ status: "unknown", why: { reason: "notRead", text: "broken" } });
  });

  it("does not leave out a row that it cannot understand", async () => {
    const odd: Intercept = (request) =>
      request.includes("$filter=type eq 2")
        ? new Response(JSON.stringify({ value: [{ formid: guid(1) }] }), {
            status: 200,
            headers: { "Content-Type": "application/json" },
          })
        : undefined;
    const forms = await read(benchWith(base), ["con_t"], odd);
    expect(forms.get("con_t")).toEqual({ status: "unknown", why: { reason: "unreadable" } });
  });
});

describe("a release", () => {
  const preview = async (bench: Bench, text: PackageText, intercept?: Intercept) => {
    sandbox = await openSandbox(bench.environment, intercept && { intercept });
    const facts = await readRelease([incoming(text)], sandbox.transport);
    const upgrade = previewRelease(facts, { overwrite: false }).packages[0]?.ways.upgrade;
    return { unread: facts.unread, blockers: upgrade?.blockers, status: upgrade?.status };
  };

  it("asks for main forms only where it may delete the last one known, and knows then", async () => {
    expect((await preview(benchWith(base), without)).blockers).toMatchObject([{ kind: "lastForm", certain: true }]);
    expect(aboutTables()).toHaveLength(1);
    await sandbox?.close();
    const theirs: PackageText = { name: "B", publisher: "fabrikam", components: [shell, main(2)] };
    expect(await preview(benchWith(base, theirs), without)).toMatchObject({ status: "possible", blockers: [] });
    await sandbox?.close();
    const another = { ...without, components: [table("con_t"), main(5)] };
    expect((await preview(benchWith(base), another)).status).toBe("possible");
    expect(aboutTables()).toEqual([]);
  });

  it("says what could not be read, and that it may be the last one", async () => {
    const found = await preview(benchWith(base), without, broken);
    expect(found.unread).toMatchObject([{ what: "forms", solution: "A", table: "con_t", why: { text: "broken" } }]);
    expect(found).toMatchObject({ status: "uncertain", blockers: [{ kind: "lastForm", certain: false }] });
  });
});

describe("an uninstall", () => {
  const extension: PackageText = { name: "X", components: [shell, main(2)] };
  const preview = async (bench: Bench, name: string, intercept?: Intercept) => {
    sandbox = await openSandbox(bench.environment, intercept && { intercept });
    const id = bench.environment.store.solutionNamed(name)?.id ?? "";
    return previewRollback(await readRollback([id], sandbox.transport));
  };

  it("asks for main forms only where a form goes whose table stays, and knows then", async () => {
    const bare: PackageText = { name: "A", components: [table("con_t")] };
    expect(await preview(benchWith(bare, extension), "X")).toMatchObject({
      verdict: "blocked",
      blockers: [{ kind: "lastForm" }],
    });
    expect(aboutTables()).toHaveLength(1);
    await sandbox?.close();
    expect(await preview(benchWith(base, extension), "X")).toMatchObject({ verdict: "possible", blockers: [] });
    await sandbox?.close();
    expect((await preview(benchWith(base), "A")).verdict).toBe("possible");
    expect(aboutTables()).toEqual([]);
  });

  it("says what could not be read, and that it may be the last one", async () => {
    const found = await preview(benchWith(base, extension), "X", broken);
    expect(found).toMatchObject({
      verdict: "uncertain",
      blockers: [{ kind: "mayBeLastForm", why: { text: "broken" } }],
    });
    expect(found.unread).toMatchObject([{ what: "forms", table: "con_t" }]);
  });
});
