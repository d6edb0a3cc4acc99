import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { SolutionPackage } from "../../SolutionHealth/package/model";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { packFolder } from "../../Solutions/pipeline/layout/pack";

const DEMO = join(__dirname, "../../Solutions/Demo");

interface DemoPlan {
  readonly install: readonly string[];
  readonly next: readonly string[];
  readonly rows: Readonly<Record<string, number>>;
  readonly customizations: readonly { type: number; key: string; properties: Record<string, unknown> }[];
}

const plan = JSON.parse(readFileSync(join(DEMO, "demo.json"), "utf8")) as DemoPlan;

async function read(name: string): Promise<SolutionPackage> {
  return readPackage(await packFolder(join(DEMO, name), { managed: true }));
}

describe("demo solutions", () => {
  it("names every folder exactly once in the plan", () => {
    const folders = readdirSync(DEMO).filter((name) => existsSync(join(DEMO, name, "Other")));
    expect([...plan.install, ...plan.next].sort()).toEqual(folders.sort());
  });

  it.each([...plan.install, ...plan.next])("packs %s into a managed package that reads without loss", async (name) => {
    const { manifest, components } = await read(name);
    expect(manifest.managed).toBe(true);
    const found = new Set(
      components.filter((component) => !component.shell).map(({ type, key }) => `${String(type)} ${key}`),
    );
    for (const root of manifest.rootComponents) {
      // A table that is only a frame for its parts has nothing of its own.
      if (root.type === 1 && root.behavior === 2) continue;
      expect(found).toContain(`${String(root.type)} ${(root.schemaName ?? root.id ?? "").toLowerCase()}`);
    }
  });

  it("makes the patch a patch of the base", async () => {
    const base = (await read("Base")).manifest;
    const patch = (await read("Patch")).manifest;
    expect(patch.uniqueName).toMatch(new RegExp(`^${base.uniqueName}_Patch_[0-9a-f]{8}$`));
    expect(patch.version.split(".").slice(0, 2)).toEqual(base.version.split(".").slice(0, 2));
    expect(Number(patch.version.split(".")[2])).toBeGreaterThan(Number(base.version.split(".")[2]));
  });

  it("adds, changes and deletes between the base and its next version", async () => {
    const before = await read("Base");
    const after = await read("BaseNext");
    expect(after.manifest.uniqueName).toBe(before.manifest.uniqueName);
    const keys = (from: typeof before): string[] => from.components.map(({ type, key }) => `${String(type)} ${key}`);
    expect(keys(after)).toEqual(expect.arrayContaining(["1 abp_payment", "2 abp_permit.abp_priority"]));
    expect(keys(before)).toEqual(expect.arrayContaining(["1 abp_fee", "2 abp_inspection.abp_oldreference"]));
    expect(keys(after)).not.toContain("1 abp_fee");
    expect(keys(after)).not.toContain("2 abp_inspection.abp_oldreference");
  });

  it("lets another publisher extend a table of the base", async () => {
    const base = (await read("Base")).manifest;
    const { manifest, components } = await read("Extension");
    expect(manifest.publisher.uniqueName).not.toBe(base.publisher.uniqueName);
    expect(components.map((component) => component.key)).toContain("abp_permit.bwc_riskscore");
    expect(manifest.missingDependencies.map(({ required }) => required.solution)).toContain(
      "AlderBayPermits (1.0.0.0)",
    );
  });

  it("customizes only components that an installed solution holds", async () => {
    const installed = await Promise.all(plan.install.map(read));
    const known = installed.flatMap(({ components }) => components.map(({ type, key }) => `${String(type)} ${key}`));
    for (const { type, key } of plan.customizations) expect(known).toContain(`${String(type)} ${key}`);
    const kinds = plan.customizations.map(({ properties }) => Object.keys(properties).sort().join());
    expect(kinds).toEqual(expect.arrayContaining(["", "statecode,statuscode", "name"]));
  });

  it("gives rows only to tables of an installed solution", async () => {
    const { components } = await read("Base");
    const tables = components.filter(({ type }) => type === 1).map(({ key }) => key);
    expect(tables).toEqual(expect.arrayContaining(Object.keys(plan.rows)));
  });
});
