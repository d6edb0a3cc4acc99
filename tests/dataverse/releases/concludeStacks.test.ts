import { readRelease } from "../../../SolutionHealth/dataverse/releases/readRelease";
import { previewRelease } from "../../../SolutionHealth/domain/releases/previewRelease";
import type { ReleaseFacts } from "../../../SolutionHealth/domain/releases/releaseFacts";
import type { ReleaseKind } from "../../../SolutionHealth/domain/releases/releasePreview";
import { incoming } from "../../integration/releasePackages";
import type { Properties } from "../../../SolutionHealth/domain/model/property";
import { Bench, column, guid, type PackageText, part, table } from "../../sandbox/engine/handMade";
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

/** As exporters write a column, and the relationship that a lookup makes. */
const columnOf = (type: string, name: string, more: Properties = {}) =>
  column("con_t", name, {
    entityid: "con_t",
    name,
    logicalname: name,
    schemaname: name,
    type,
    requiredlevel: "none",
    displaymask: "ValidForAdvancedFind|ValidForForm|ValidForGrid",
    imemode: "auto",
    iscustomfield: true,
    iscustomizable: true,
    "DisplayName - LocalizedLabel": label(name),
    ...more,
  });
const textColumn = (name: string, more: Properties = {}) =>
  columnOf("nvarchar", name, { maxlength: 100, format: "text", ...more });
const relationship = (name: string, more: Properties = {}) =>
  part(10, name, {
    name,
    table: "con_t",
    root: false,
    properties: {
      schemaname: name,
      entityrelationshiptype: "OneToMany",
      referencingentityname: "con_T",
      referencedentityname: "Account",
      referencingattributename: "con_Account",
      cascadedelete: "RemoveLink",
      relationshipdescription: `<RelationshipDescription><Descriptions>${DESCRIBED}</Descriptions></RelationshipDescription>`,
      ...more,
    },
  });
const DESCRIBED = '<Description description="Whose it is." languagecode="1033" />';
const lookup = columnOf("lookup", "con_account", {
  schemaname: "con_Account",
  "Description - LocalizedLabel": label("Whose it is."),
});
const metadata: PackageText = {
  name: "A",
  components: [
    table("con_t", { description: "t" }),
    textColumn("con_c"),
    columnOf("datetime", "createdon", { format: "date", iscustomfield: false }),
    lookup,
    relationship("con_t_account"),
  ],
};

describe("columns and relationships that need no layers", () => {
  const installed = (): Bench => {
    const made = new Bench();
    made.import(metadata);
    return made;
  };
  const changed = (...components: NonNullable<PackageText["components"]>): PackageText => {
    const keys = new Set(components.map(({ key }) => key));
    const rest = (metadata.components ?? []).filter(({ key }) => !keys.has(key));
    return { ...metadata, version: "1.1.0.0", components: [...rest, ...components] };
  };
  const concluded = async (made: Bench, text: PackageText, intercept?: Intercept): Promise<string[]> => {
    const { facts } = await read(made, text, intercept);
    const keys = new Map(made.environment.state.components.map(({ id, key }) => [id, key]));
    return [...(facts.concluded ?? [])].map((key) => keys.get(key.slice(key.indexOf(" ") + 1)) ?? key).sort();
  };
  const definitionsFail: Intercept = (request) =>
    request.includes("EntityDefinitions(") ? new Response("{}", { status: 404 }) : undefined;

  it("are those whose definitions say what the package says, the platform's own in a custom table too", async () => {
    // A lookup that somebody made: its input method is not told.
    const all = ["con_t.con_c", "con_t.createdon", "con_t_account"];
    expect(await concluded(installed(), changed())).toEqual(all);
    expect((await read(installed(), changed())).kinds).toEqual({
      Entity: "unchanged",
      Attribute: "unchanged",
      EntityRelationship: "unchanged",
    });
  });

  it("are none that the package changes", async () => {
    const text = changed(
      textColumn("con_c", { maxlength: 200 }),
      relationship("con_t_account", { cascadedelete: "Cascade" }),
    );
    expect(await concluded(installed(), text)).toEqual(["con_t.createdon"]);
    const { facts } = await read(installed(), text);
    const [preview] = previewRelease(facts, { overwrite: false }).packages;
    expect(preview?.ways.update.counts).toMatchObject({ changed: 2, unknown: 0 });
  });

  it("are none with a column that somebody edited, or whose table another solution holds", async () => {
    const edited = installed();
    edited.environment.customize(componentId(edited, "con_t.con_c"), { maxlength: 100 }, edited.caller);
    expect(await concluded(edited, changed())).toEqual(["con_t.createdon", "con_t_account"]);
    const shared = installed();
    shared.import({ name: "B", components: [table("con_t", { description: "u" })] });
    expect(await concluded(shared, changed())).toEqual([]);
  });

  it("tell what may be lost without a word: what the layer may have, and the definition does not tell", async () => {
    const silent = (text: PackageText): PackageText => ({
      ...text,
      components: (text.components ?? []).map((one) => {
        const { imemode: _gone, ...properties } = one.properties;
        return one.key === lookup.key ? { ...one, properties } : one;
      }),
    });
    const { facts } = await read(installed(), silent(changed()));
    expect(facts.concluded?.size).toBe(4);
    const fates = previewRelease(facts, { overwrite: false }).packages[0]?.ways.update.fates ?? [];
    expect(fates.find(({ component }) => component.key === lookup.key)?.unsaid).toContain("imemode");
  });

  it("are none where definitions cannot be read", async () => {
    expect(await concluded(installed(), changed(), definitionsFail)).toEqual([]);
  });
});

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

  it("facts before the layers call what only these could tell unknown", async () => {
    const { partial } = await read(bench(), next(view("V"), script("YQ==")));
    const [preview] = partial.flatMap((facts) => previewRelease(facts, { overwrite: false }).packages);
    expect(preview?.ways.update.counts).toMatchObject({ unchanged: 2, changed: 0, unknown: 1 });
    expect(preview?.ways.update.status).toBe("uncertain");
  });
});
