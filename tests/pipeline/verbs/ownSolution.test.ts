import { join } from "node:path";
import { importPackage } from "../../../Solutions/pipeline/verbs/import";
import { pack } from "../../../Solutions/pipeline/verbs/pack";
import { builtProduct } from "../fakes/builtProduct";
import { fakeOutside, makeFolder, REPOSITORY } from "../fakes/fakeOutside";
import { type RunningSandbox, startSandbox } from "../fakes/sandbox";

/**
 * What this product's own solution brings: app, site map, control and icon; tables with columns, relationships, views
 * and forms; choices and security roles.
 */
const BROUGHT = [1, 2, 9, 10, 20, 26, 60, 61, 62, 66, 80];

describe("this product's own solution", () => {
  let sandbox: RunningSandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
  });

  afterEach(() => sandbox.close());

  async function install(productVersion: string, bundle: string, as: "update" | "upgrade"): Promise<void> {
    const outside = fakeOutside({ productRoot: await builtProduct(bundle), fetch: globalThis.fetch });
    const folder = join(REPOSITORY, "Solutions", "SolutionHealth");
    const out = await makeFolder();
    const packing = { folder, out, kinds: ["managed"], with: "embedded", productVersion, build: true } as const;
    const [zipFile = ""] = await pack(packing, outside);
    await importPackage({ zipFile, environment: sandbox.url, as, overwrite: false, wait: true }, outside);
  }

  const installed = () => sandbox.environment.state.solutions.find(({ uniqueName }) => uniqueName === "SolutionHealth");

  const componentsOf = (solution: string) =>
    sandbox.environment.state.components.filter(({ layers }) => layers.some((layer) => layer.solution === solution));

  it("brings its app, site map, control and icon, its tables, choices and roles", async () => {
    await install("1.0.0", "var first;", "update");

    expect(installed()).toMatchObject({ version: "1.0.0.0", managed: true });
    const types = componentsOf("SolutionHealth").map(({ type }) => type);
    expect([...new Set(types)].sort((a, b) => a - b)).toEqual(BROUGHT);
  });

  it("upgrades from one packed version to the next, with the new bundle and version in the control", async () => {
    await install("1.0.0", "var first;", "update");
    await install("1.1.0", "var second;", "upgrade");

    expect(installed()?.version).toBe("1.1.0.0");
    const control = componentsOf("SolutionHealth").find(({ type }) => type === 66);
    const layer = JSON.stringify(control?.layers.at(-1));
    expect(layer).toContain(Buffer.from("var second;").toString("base64"));
    expect(layer).not.toContain(Buffer.from("var first;").toString("base64"));
    expect(layer).toContain("1.1.0");
  });
});
