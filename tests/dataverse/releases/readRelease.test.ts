import { readRelease } from "../../../SolutionHealth/dataverse/releases/readRelease";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import type { PackagePreview } from "../../../SolutionHealth/domain/releases/releasePreview";
import type { PartialFacts } from "../../../SolutionHealth/domain/releases/releaseFacts";
import { incoming } from "../../integration/releasePackages";
import { Bench, column, guid, type PackageText, part, table } from "../../sandbox/engine/handMade";
import { type Intercept, openSandbox } from "../rollbacks/openSandbox";

const shell = part(1, "con_t", { behavior: 2, shell: true });
const columns = (count: number, length: number) =>
  Array.from({ length: count }, (_, index) => column("con_t", `con_c${index}`, { length }));
const first: PackageText = { name: "A", components: [table("con_t", { description: "t" }), ...columns(3, 1)] };
const next: PackageText = {
  ...first,
  version: "1.1.0.0",
  components: [table("con_t", { description: "t" }), ...columns(2, 2)],
};

function bench(more: readonly PackageText[] = []): Bench {
  const made = new Bench();
  for (const text of [first, ...more]) made.import(text);
  return made;
}

interface Read {
  readonly preview: PackagePreview;
  readonly asked: readonly string[];
  readonly unread: readonly string[];
}

async function read(made: Bench, text: PackageText, intercept?: Intercept): Promise<Read> {
  const sandbox = await openSandbox(made.environment, intercept && { intercept });
  try {
    const facts = await readRelease([incoming(text)], sandbox.transport);
    const [preview] = previewRelease(facts, { overwrite: false }).packages;
    if (!preview) throw new Error("no preview");
    return { preview, asked: sandbox.asked, unread: facts.unread.map(({ what }) => what) };
  } finally {
    await sandbox.close();
  }
}

const refuse =
  (what: string): Intercept =>
  (request) =>
    request.includes(what)
      ? new Response(JSON.stringify({ error: { code: "0x80040216", message: "An unexpected error occurred." } }), {
          status: 500,
        })
      : undefined;

describe("reading the facts of a release", () => {
  it("sends nothing and reads layers only of what the package describes or drops", async () => {
    const { preview, asked, unread } = await read(bench(), next);
    expect(unread).toEqual([]);
    expect(preview.ways.upgrade.counts).toMatchObject({ changed: 2, unchanged: 1, deleted: 1, unknown: 0 });
    expect(asked.filter((address) => address.startsWith("msdyn_componentlayers"))).toHaveLength(4);
  });

  it("asks no more where the environment is larger", async () => {
    const others = Array.from({ length: 12 }, (_, index): PackageText => ({
      name: `X${index}`,
      components: [
        part(61, `con_/${index}.js`, { properties: { content: "a" } }),
        shell,
        column("con_t", `x_${index}`),
      ],
    }));
    const [small, large] = [await read(bench(), next), await read(bench(others), next)];
    expect(large.asked.length).toBe(small.asked.length);
  });

  it("finds what other solutions and the platform hold, by name and by id", async () => {
    const made = bench([
      {
        name: "B",
        components: [
          part(61, "con_/a.js", { properties: { content: "a" } }),
          part(29, guid(5), { id: guid(5), name: "Flow" }),
        ],
      },
    ]);
    const text: PackageText = {
      name: "C",
      components: [
        part(61, "con_/a.js", { properties: { content: "b" } }),
        part(29, guid(5), { id: guid(5), name: "Flow", properties: { name: "Flow" } }),
        part(29, guid(6), { id: guid(6), name: "Flow", properties: { name: "Flow" } }),
      ],
    };
    const { install } = (await read(made, text)).preview.ways;
    const kinds = new Map(install.fates.map(({ kind, component: { key } }) => [key, kind]));
    expect(kinds).toEqual(
      new Map([
        ["con_/a.js", "changed"],
        [guid(5), "changed"],
        [guid(6), "added"],
      ]),
    );
  });

  it.each([
    ["solutioncomponents?", "members"],
    ["solutioncomponentdefinitions", "types"],
    ["RetrieveCurrentOrganization", "environment"],
    ["RetrieveProvisionedLanguages", "languages"],
    ["asyncoperations", "operations"],
    ["RetrieveDependenciesForDelete", "dependencies"],
  ])("tells that %s could not be read", async (what, told) => {
    const { unread, preview } = await read(bench(), next, refuse(what));
    expect(unread).toContain(told);
    if (["members", "dependencies"].includes(told)) expect(preview.ways.upgrade.status).toBe("uncertain");
  });

  it("layers that cannot be read leave fates unknown, never unchanged", async () => {
    const { preview } = await read(bench(), next, refuse("msdyn_componentlayers"));
    expect(preview.ways.update.counts).toMatchObject({ changed: 0, unchanged: 0, unknown: 3 });
    expect(preview.ways.update.status).toBe("uncertain");
  });

  it("presence that cannot be asked for is unknown, never added", async () => {
    const text: PackageText = { name: "C", components: [part(61, "con_/a.js", { properties: { content: "b" } })] };
    const { preview } = await read(bench(), text, refuse("msdyn_name eq 'con_/a.js'"));
    expect(preview.ways.install.counts).toMatchObject({ added: 0, unknown: 1 });
  });

  it("checks what the package needs component by component, and whether values are there", async () => {
    const needs = (schemaName: string) => ({
      required: { type: 2, schemaName, parentSchemaName: "con_t", solution: "A (1.0)" },
      dependent: { type: 60, id: guid(1) },
    });
    const text: PackageText = {
      name: "C",
      missing: [needs("con_c0"), needs("con_c9")],
      components: [
        part("connectionreference", "con_ref", { properties: { connectorid: "/providers/x" } }),
        part(380, "con_v", { properties: { schemaname: "con_v", type: 100000000 } }),
        part(380, "con_w", { properties: { schemaname: "con_w", defaultvalue: "1" } }),
      ],
    };
    const { preview } = await read(bench(), text);
    expect(preview.findings.filter(({ id }) => id === "missingDependency")).toMatchObject([
      { severity: "blocker", code: "0x8004801D", evidence: { name: "con_c9", solution: "A" } },
    ]);
    expect(preview.values.map(({ name, value }) => [name, value])).toEqual([
      ["con_ref", "none"],
      ["con_v", "none"],
      ["con_w", "package"],
    ]);
  });

  describe("that is cancelled tells what was read until then", () => {
    const scripts: PackageText = { name: "C", components: [part(61, "con_/a.js", { properties: { content: "b" } })] };

    async function cancelledAt(what: string, ...texts: PackageText[]): Promise<PartialFacts | undefined> {
      const stop = new AbortController();
      const told: PartialFacts[] = [];
      const sandbox = await openSandbox(bench().environment, {
        intercept: (request) => {
          if (request.includes(what)) stop.abort();
          return undefined;
        },
      });
      try {
        await readRelease(texts.map(incoming), sandbox.transport, {
          signal: stop.signal,
          onFacts: (facts) => told.push(facts),
        });
        return undefined;
      } catch (error) {
        expect(error).toMatchObject({ kind: "cancelled" });
        return told.at(-1);
      } finally {
        await sandbox.close();
      }
    }

    it("while it was asked what stands in the way of deletions", async () => {
      const facts = await cancelledAt("RetrieveDependenciesForDelete", next);
      expect(facts).toMatchObject({ notRead: 0, packages: [{}] });
      expect(facts?.stacks.size).toBe(4);
      expect(facts?.unread).toEqual([{ what: "dependencies", solution: "A", why: { reason: "notRead" } }]);
    });

    it("while the next package was looked for: all of the one before", async () => {
      const facts = await cancelledAt("con_/a.js", next, scripts);
      expect(facts).toMatchObject({
        notRead: 0,
        unread: [],
        packages: [{ package: { manifest: { uniqueName: "A" } } }],
      });
      expect(facts?.stacks.size).toBe(4);
    });
  });
});
