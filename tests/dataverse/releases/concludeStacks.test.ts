import { readRelease } from "../../../SolutionHealth/dataverse/releases/readRelease";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import type { ReleaseFacts } from "../../../SolutionHealth/domain/releases/releaseFacts";
import type { ReleaseKind } from "../../../SolutionHealth/domain/releases/releasePreview";
import { incoming } from "../../integration/releasePackages";
import { Bench, guid, type PackageText, part, table } from "../../sandbox/engine/handMade";
import { type Intercept, openSandbox } from "../rollbacks/openSandbox";

const label = (text: string): string => JSON.stringify([{ Label: text, LanguageCode: 1033 }]);

const view = (name: string, more: Record<string, string | boolean> = {}) =>
  part(26, guid(4), {
    id: guid(4),
    name,
    table: "con_t",
    root: false,
    properties: {
      name,
      "LocalizedName - LocalizedLabel": label(name),
      fetchxml: "<fetch />",
      iscustomizable: true,
      ...more,
    },
  });
const script = (content: string) => part(61, "con_/a.js", { properties: { content, displayname: "A" } });
const first: PackageText = { name: "A", components: [table("con_t", { description: "t" }), view("V"), script("YQ==")] };
const next = (...components: NonNullable<PackageText["components"]>): PackageText => ({
  ...first,
  version: "1.1.0.0",
  components: [table("con_t", { description: "t" }), ...components],
});

interface Told {
  readonly kinds: Readonly<Record<string, ReleaseKind>>;
  readonly layersOf: number;
  readonly facts: ReleaseFacts;
  readonly partial: readonly ReleaseFacts[];
}

async function read(made: Bench, text: PackageText, intercept?: Intercept): Promise<Told> {
  const sandbox = await openSandbox(made.environment, intercept && { intercept });
  const partial: ReleaseFacts[] = [];
  try {
    const facts = await readRelease([incoming(text)], sandbox.transport, { onFacts: (some) => partial.push(some) });
    const [preview] = previewRelease(facts, { overwrite: false }).packages;
    const fates = preview?.ways.update.fates ?? [];
    return {
      kinds: Object.fromEntries(fates.map(({ kind, component }) => [component.typeName, kind])),
      layersOf: sandbox.asked.filter((address) => address.startsWith("msdyn_componentlayers")).length,
      facts,
      partial,
    };
  } finally {
    await sandbox.close();
  }
}

function bench(...more: readonly PackageText[]): Bench {
  const made = new Bench();
  for (const text of [first, ...more]) made.import(text);
  return made;
}

const componentId = (made: Bench, key: string): string =>
  made.environment.state.components.find((one) => one.key === key)?.id ?? "";

describe("what needs no layers", () => {
  it("is what only the solution holds and its table shows as the package has it", async () => {
    const { kinds, layersOf, facts } = await read(bench(), next(view("V"), script("YQ==")));
    expect(kinds).toEqual({ Entity: "unchanged", SavedQuery: "unchanged", WebResource: "unchanged" });
    expect(facts.concluded?.size).toBe(2);
    expect(layersOf).toBe(1);
  });

  it("is nothing that the package changes", async () => {
    const { kinds, layersOf } = await read(bench(), next(view("W"), script("Yg==")));
    expect(kinds).toMatchObject({ SavedQuery: "changed", WebResource: "changed" });
    expect(layersOf).toBe(3);
  });

  it("is nothing with an override, even where that shows what the package says", async () => {
    const made = bench();
    made.environment.customize(componentId(made, "con_/a.js"), { content: "Yg==" }, made.caller);
    const { kinds, layersOf } = await read(made, next(view("V"), script("Yg==")));
    expect(kinds).toMatchObject({ SavedQuery: "unchanged", WebResource: "changed" });
    expect(layersOf).toBe(2);
  });

  it("is nothing that another solution holds, or whose table it holds with everything in it", async () => {
    const other: PackageText = { name: "B", components: [table("con_t", { description: "u" }), script("Yg==")] };
    const { kinds, facts } = await read(bench(other), next(view("V"), script("Yg==")));
    expect(facts.concluded?.size).toBe(0);
    expect(kinds).toMatchObject({ SavedQuery: "unchanged", WebResource: "changed" });
  });

  it("is nothing with a property that its table does not have, or a label in another language", async () => {
    const odd = part(61, "con_/a.js", { properties: { content: "YQ==", displayname: "A", novelty: "1" } });
    const german = JSON.stringify([{ Label: "V", LanguageCode: 1031 }]);
    const { facts } = await read(bench(), next(view("V", { "LocalizedName - LocalizedLabel": german }), odd));
    expect(facts.concluded?.size).toBe(0);
  });

  it("is nothing where the table cannot be read", async () => {
    const refused = JSON.stringify({ error: { code: "0x80040216", message: "An unexpected error occurred." } });
    const fail: Intercept = (request) =>
      request.includes("savedqueries?") ? new Response(refused, { status: 400 }) : undefined;
    const { kinds, facts } = await read(bench(), next(view("V"), script("YQ==")), fail);
    expect(facts.concluded?.size).toBe(1);
    expect(kinds).toMatchObject({ SavedQuery: "unchanged" });
  });

  it("facts before the layers call what was not looked at unknown", async () => {
    const { partial } = await read(bench(), next(view("V"), script("YQ==")));
    const [preview] = partial.flatMap((facts) => previewRelease(facts, { overwrite: false }).packages);
    expect(preview?.ways.update.counts).toMatchObject({ unchanged: 0, changed: 0, unknown: 3 });
    expect(preview?.ways.update.status).toBe("uncertain");
  });
});
