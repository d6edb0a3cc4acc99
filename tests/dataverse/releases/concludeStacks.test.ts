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
const form = (formxml: string, more: Record<string, string | number | boolean> = {}) =>
  part(60, guid(5), {
    id: guid(5),
    name: "F",
    table: "con_t",
    root: false,
    properties: {
      objecttypecode: "con_t",
      type: 2,
      name: "F",
      "LocalizedName - LocalizedLabel": label("F"),
      "Description - LocalizedLabel": label("What it is for."),
      formactivationstate: 1,
      introducedversion: "1.0",
      iscustomizable: true,
      canbedeleted: true,
      formxml,
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

/** Keys of the components whose layers are read, in the order of their reading. */
async function layersAsked(made: Bench, text: PackageText): Promise<string[]> {
  const sandbox = await openSandbox(made.environment);
  try {
    await readRelease([incoming(text)], sandbox.transport);
    return sandbox.asked
      .filter((address) => address.startsWith("msdyn_componentlayers"))
      .map((address) => made.environment.state.components.find(({ id }) => address.includes(id))?.key ?? address);
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
    request.includes("RetrieveMetadataChanges(") ? new Response("{}", { status: 404 }) : undefined;

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

  it("tell nothing of the kind where the definition is empty, or would be the same for any column", async () => {
    const { facts } = await read(installed(), changed());
    const fates = previewRelease(facts, { overwrite: false }).packages[0]?.ways.update.fates ?? [];
    const silent = fates.filter(({ component: { address } }) => address === "Attribute con_t.createdon");
    // The package does not say whether its values are translated, nor what it is called elsewhere: nor does the layer.
    expect(silent).toMatchObject([{ kind: "unchanged" }]);
    for (const name of ["externalname", "islocalizable", "Description - LocalizedLabel"]) {
      expect(silent[0]?.unsaid ?? []).not.toContain(name);
    }
  });

  it("are none where definitions cannot be read", async () => {
    expect(await concluded(installed(), changed(), definitionsFail)).toEqual([]);
  });

  it("are read last where nothing tells of a change, and first where something says otherwise", async () => {
    // Nothing tells whether the relationship was hierarchical.
    const text = changed(
      textColumn("con_c", { maxlength: 200 }),
      relationship("con_t_account", { ishierarchical: true }),
    );
    const [first, ...others] = await layersAsked(installed(), text);
    expect(first).toBe("con_t.con_c");
    expect(others.sort()).toEqual(["con_t", "con_t.con_account", "con_t_account"]);
  });

  it("are asked for with one read, few of them by name", async () => {
    const sandbox = await openSandbox(installed().environment);
    try {
      await readRelease([incoming(changed())], sandbox.transport);
      const asked = sandbox.asked.filter((address) => address.includes("Definitions(") || address.includes("Metadata"));
      expect(asked).toHaveLength(1);
      expect(asked[0]).toMatch(/^RetrieveMetadataChanges\(.*con_t_account/);
    } finally {
      await sandbox.close();
    }
  });
});

describe("choices, keys and names of rows that need no layers", () => {
  const option = (value: number, order: number, more: Properties = {}): Properties => ({
    value,
    displayorder: order,
    label: `Option ${String(value)}`,
    "DisplayName - LocalizedLabel": label(`Option ${String(value)}`),
    "Description - LocalizedLabel": "[]",
    ...more,
  });
  const options = (...list: Properties[]) => ({ children: { AttributePicklistValues: list } });
  const choice = (more: Properties = {}, ...list: Properties[]) => {
    const made = columnOf("picklist", "con_kind", { optionsetname: "con_t_con_kind", appdefaultvalue: "-1", ...more });
    return list.length === 0 ? made : { ...made, ...options(...list) };
  };
  const two = [option(1, 1, { color: "#ffffff", externalvalue: "" }), option(2, 2)];
  const status = {
    ...columnOf("status", "statuscode", { optionsetname: "con_t_statuscode", iscustomfield: false }),
    ...options(option(1, 1, { state: "0" }), option(2, 2, { state: "1", transitiondata: "<a />" })),
  };
  const colours = (...list: Properties[]) =>
    part(9, "con_colours", {
      properties: {
        name: "con_colours",
        optionsettype: "picklist",
        isglobal: true,
        iscustomizable: true,
        introducedversion: "1.0",
        externaltypename: "",
        "DisplayName - LocalizedLabel": label("Colours"),
      },
      ...options(...list),
    });
  const key = (...columns: string[]) =>
    part(14, "con_t.con_key", {
      name: "con_key",
      table: "con_t",
      root: false,
      properties: {
        name: "con_Key",
        logicalname: "con_key",
        "DisplayName - LocalizedLabel": label("Key"),
        entitykeyattributes: columns,
        introducedversion: "1.0",
        iscustomizable: false,
      },
    });
  const rowName = (mask: string) => textColumn("con_name", { displaymask: mask, autonumberformat: "A-{SEQNUM:4}" });
  const MASK = "ActivityPointerRegardingName|PrimaryName|ReadOnlyInUI|ValidForAdvancedFind|ValidForForm|ValidForGrid";
  const number = columnOf("int", "importsequencenumber", {
    iscustomfield: false,
    imemode: "disabled",
    format: "",
    minvalue: "-2147483648",
    maxvalue: "2147483647",
  });
  const of = (...components: NonNullable<PackageText["components"]>): PackageText => ({
    name: "A",
    components: [table("con_t", { description: "t", hasrelatedactivities: true }), ...components],
  });
  const everything = (): NonNullable<PackageText["components"]> => [
    choice({}, ...two),
    status,
    colours(...two),
    key("con_name", "con_kind"),
    rowName(MASK),
    number,
    columnOf("picklist", "con_colour", { optionsetname: "con_colours" }),
  ];
  const installed = new Bench();
  installed.import(of(...everything()));
  const keys = new Map(installed.environment.state.components.map(({ id, key: name }) => [id, name]));
  const concluded = async (
    components: NonNullable<PackageText["components"]>,
    intercept?: Intercept,
  ): Promise<string[]> => {
    const { facts } = await read(installed, { ...of(...components), version: "1.1.0.0" }, intercept);
    return [...(facts.concluded ?? [])].map((one) => keys.get(one.slice(one.indexOf(" ") + 1)) ?? one).sort();
  };

  it("are those that say the same, with the same options", async () => {
    expect(await concluded(everything())).toEqual(
      everything()
        .map(({ key: name }) => name)
        .sort(),
    );
  });

  it("are all but the global one where that cannot be read", async () => {
    const fails: Intercept = (request) =>
      request.includes("GlobalOptionSetDefinitions(") ? new Response("{}", { status: 404 }) : undefined;
    const rest = everything().filter(({ type }) => type !== 9);
    expect(await concluded(everything(), fails)).toEqual(rest.map(({ key: name }) => name).sort());
  });

  const changes: readonly (readonly [what: string, component: ReturnType<typeof part>])[] = [
    ["another option", choice({}, ...two, option(3, 3))],
    ["an option less", choice({}, ...two.slice(0, 1))],
    ["another order", choice({}, option(2, 1), option(1, 2, { color: "#ffffff", externalvalue: "" }))],
    ["another label", choice({}, ...two.slice(0, 1), option(2, 2, { "DisplayName - LocalizedLabel": label("Other") }))],
    ["another colour", choice({}, option(1, 1, { color: "#000000", externalvalue: "" }), option(2, 2))],
    ["no colour", choice({}, option(1, 1, { externalvalue: "" }), option(2, 2))],
    ["an external value", choice({}, ...two.slice(0, 1), option(2, 2, { externalvalue: "x" }))],
    ["a description", choice({}, ...two.slice(0, 1), option(2, 2, { "Description - LocalizedLabel": label("x") }))],
    ["a member that nobody knows", choice({}, ...two.slice(0, 1), option(2, 2, { novelty: "x" }))],
    ["another default", choice({ appdefaultvalue: "1" }, ...two)],
    ["another choice", choice({ optionsetname: "con_colours" })],
    ["another state", { ...status, ...options(option(1, 1, { state: "0" }), option(2, 2, { state: "0" })) }],
    ["no transitions", { ...status, ...options(option(1, 1, { state: "0" }), option(2, 2, { state: "1" })) }],
    ["another option of all", colours(option(1, 1, { color: "#ffffff", externalvalue: "" }), option(3, 2))],
    ["another column of the key", key("con_name", "con_colour")],
    ["no option of all", colours()],
    ["another mask", rowName(MASK.replace("ReadOnlyInUI|", ""))],
    ["another input", { ...number, properties: { ...number.properties, imemode: "auto" } }],
  ];

  it.each(changes)("are none with %s", async (_what, component) => {
    const rest = everything().filter(({ key: name }) => name !== component.key);
    expect(await concluded([...rest, component])).toEqual(rest.map(({ key: name }) => name).sort());
  });
});

describe("what needs no layers", () => {
  it("is what only the solution holds and its table shows as the package has it", async () => {
    const { kinds, layersOf, facts } = await read(bench(), next(view("V"), script("YQ==")));
    expect(kinds).toEqual({ Entity: "unchanged", SavedQuery: "unchanged", WebResource: "unchanged" });
    expect(facts.concluded?.size).toBe(2);
    expect(layersOf).toBe(1);
  });

  it("is a form that the row has with the same text, and no other", async () => {
    const made = new Bench();
    made.import({ name: "F", components: [table("con_t"), form("<form><tabs /></form>")] });
    const again = (...components: NonNullable<PackageText["components"]>): PackageText => ({
      name: "F",
      version: "1.1.0.0",
      components: [table("con_t"), ...components],
    });
    const same = await read(made, again(form("<form><tabs /></form>")));
    expect(same.kinds).toEqual({ Entity: "unchanged", SystemForm: "unchanged" });
    expect(same.layersOf).toBe(1);
    expect(same.facts.concluded?.size).toBe(1);
    const [preview] = previewRelease(same.facts, { overwrite: false }).packages;
    expect(preview?.ways.update.fates.find(({ component }) => component.typeName === "SystemForm")?.unsaid).toBe(
      undefined,
    );
    for (const other of [
      form("<form><tabs /><header /></form>"),
      form("<form><tabs /></form>", { "Description - LocalizedLabel": label("") }),
      form("<form><tabs /></form>", { formactivationstate: 0 }),
    ]) {
      expect((await read(made, again(other))).kinds).toMatchObject({ SystemForm: "changed" });
    }
  });

  it("is nothing that the package changes", async () => {
    const { kinds, layersOf } = await read(bench(), next(view("W"), script("Yg==")));
    expect(kinds).toMatchObject({ SavedQuery: "changed", WebResource: "changed" });
    expect(layersOf).toBe(3);
  });

  it("is read after what its table shows otherwise", async () => {
    expect(await layersAsked(bench(), next(view("W"), script("YQ==")))).toEqual([guid(4), "con_t"]);
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
