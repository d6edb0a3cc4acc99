import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { readPackage } from "../../../SolutionHealth/package/readPackage";
import { packFolder } from "../../../Solutions/pipeline/layout/pack";
import { differences } from "./equivalence";

const REPOSITORY = join(__dirname, "../../..");
const SOURCE = join(REPOSITORY, "Solutions/SolutionHealth");
const CONTROL = "shl_SolutionHealth.SolutionHealth";
const LINK = `/main.aspx?pagetype=control&controlName=${CONTROL}`;
/** Columns, relationships, views and forms travel with their table. */
const PARTS_OF_TABLES: ReadonlySet<number | string> = new Set([2, 10, 26, 60]);
const { version } = JSON.parse(readFileSync(join(REPOSITORY, "package.json"), "utf8")) as { version: string };

const MANIFEST = `<?xml version="1.0"?><manifest><control namespace="SolutionHealth" constructor="SolutionHealth" version="0.0.0"><resources><code path="bundle.js" order="1"/></resources></control></manifest>`;

describe("the product's own solution", () => {
  let built: string;

  beforeAll(async () => {
    built = await mkdtemp(join(tmpdir(), "built-control-"));
    await writeFile(join(built, "ControlManifest.xml"), MANIFEST);
    await writeFile(join(built, "bundle.js"), "var built;");
  });

  afterAll(() => rm(built, { recursive: true, force: true }));

  const pack = (managed: boolean, stamp = version): Promise<Uint8Array> =>
    packFolder(SOURCE, { managed, version: stamp, mappings: [{ from: built, to: `Controls/${CONTROL}` }] });

  it("holds the component behind each root component", async () => {
    const { manifest, components } = readPackage(await pack(true));
    const roots = manifest.rootComponents.map(
      ({ type, schemaName, id }) => `${String(type)} ${String(schemaName ?? id).toLowerCase()}`,
    );
    expect(
      components
        .filter(({ shell, type }) => !shell && !PARTS_OF_TABLES.has(type))
        .map(({ type, key }) => `${String(type)} ${key}`)
        .sort(),
    ).toEqual(roots.sort());
    expect(roots).toHaveLength(12);
  });

  it("needs nothing from other solutions", async () => {
    expect(readPackage(await pack(true)).manifest.missingDependencies).toEqual([]);
  });

  it("names the publisher and its prefixes", async () => {
    expect(readPackage(await pack(true)).manifest.publisher).toMatchObject({
      uniqueName: "solutionhealth",
      prefix: "shl",
      optionValuePrefix: 47110,
    });
  });

  it("opens the control full page by its site map", async () => {
    const { components } = readPackage(await pack(true));
    const map = components.find(({ type }) => type === 62);
    expect(map?.properties.sitemapxml).toEqual(expect.stringContaining(LINK.replace("&", "&amp;")));
  });

  it("lets administrators and customizers use the app", async () => {
    const xml = strFromU8(unzipSync(await pack(true))["customizations.xml"] ?? new Uint8Array());
    expect(xml).toContain(`<Role id="{627090ff-40a3-4053-8790-584edc5be201}" />`);
    expect(xml).toContain(`<Role id="{119f245c-3cc8-4b62-b31c-d1a046ced15d}" />`);
  });

  it("says the same in its managed and its unmanaged package", async () => {
    expect(differences(await pack(true), await pack(false))).toEqual(["solution.xml: differs"]);
  });

  it("carries one version everywhere", async () => {
    const entries = unzipSync(await pack(true, "4.5.6"));
    expect(strFromU8(entries["solution.xml"] ?? new Uint8Array())).toContain("<Version>4.5.6.0</Version>");
    const manifest = strFromU8(entries[`Controls/${CONTROL}/ControlManifest.xml`] ?? new Uint8Array());
    expect(manifest).toContain(`version="4.5.6"`);
  });

  it("is refused without a built control", async () => {
    await expect(packFolder(SOURCE, { managed: true })).rejects.toMatchObject({
      code: "missingFile",
      place: `Controls/${CONTROL}/ControlManifest.xml`,
    });
  });
});
