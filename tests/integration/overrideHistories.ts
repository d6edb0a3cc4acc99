import * as fc from "fast-check";
import type { PackageComponent } from "../../SolutionHealth/package/model";
import { PlatformFault } from "../../sandbox/engine/fault";
import type { Row } from "../../sandbox/store/model";
import { type Bench, column, form, guid, type PackageText, part, table, webResource } from "../sandbox/engine/handMade";

/** What may happen to an environment: installs, updates, upgrades, patches, uninstalls, and edits by hand. */
export type Step =
  | { readonly kind: "import" | "upgrade" | "stage"; readonly text: PackageText; readonly overwrite: boolean }
  | { readonly kind: "promote" | "uninstall"; readonly name: string }
  | { readonly kind: "edit"; readonly pick: number; readonly values: Row }
  | { readonly kind: "takeBack"; readonly pick: number };

const PUBLISHERS: Readonly<Record<string, string>> = { A: "contoso", B: "contoso", C: "fabrikam" };

type Make = (one: string, two: string) => PackageComponent;

const PARTS: readonly Make[] = [
  (one, two) => table("con_t", { description: one, name: two }),
  (one, two) => column("con_t", "con_c", { length: one, description: two }),
  (one, two) => column("account", "name", { length: one, description: two }),
  (one, two) => form(guid(1), "con_t", ["con_c"], { properties: { formxml: one, name: two } }),
  (one, two) => form(guid(2), "account", ["name"], { properties: { formxml: one, name: two } }),
  (one, two) => webResource("con_/a.js", { content: one, description: two }),
  (one, two) =>
    part(26, guid(4), { id: guid(4), table: "con_t", root: false, properties: { fetchxml: one, name: two } }),
  (one, two) => part(29, guid(5), { id: guid(5), properties: { clientdata: one, statecode: 1, name: two } }),
  (one, two) => part(62, "con_map", { properties: { sitemapxml: one, sitemapname: two } }),
];

const short = fc.string({ maxLength: 2 });

const components = fc
  .tuple(fc.uniqueArray(fc.nat(PARTS.length - 1)), short, short)
  .map(([picks, one, two]) => withTables(picks.flatMap((pick) => PARTS[pick]?.(one, two) ?? [])));

/** As real packages are: what belongs to a table never comes without it, be it as a shell only. */
function withTables(parts: readonly PackageComponent[]): PackageComponent[] {
  const there = new Set(parts.filter(({ type }) => type === 1).map(({ key }) => key));
  const missing = new Set(parts.flatMap(({ table: name }) => (name === undefined || there.has(name) ? [] : [name])));
  return [...[...missing].map((name) => part(1, name, { behavior: 2, shell: true })), ...parts];
}

const version = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.nat(2), fc.nat(2))
  .map((numbers) => `${numbers.join(".")}.0`);

const content: fc.Arbitrary<PackageText> = fc
  .record({ name: fc.constantFrom("A", "B", "C", "A_Patch_1", "A_Patch_2", "C_Patch_3"), version, components })
  .map((text) => ({ ...text, managed: true, publisher: PUBLISHERS[text.name.charAt(0)] ?? "contoso" }));

const values: fc.Arbitrary<Row> = fc.dictionary(
  fc.constantFrom("name", "formxml", "fetchxml", "content", "description", "statecode", "modifiedon", "versionnumber"),
  fc.oneof(short, fc.nat(3)),
  { maxKeys: 3 },
);

const pick = fc.nat(50);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constantFrom("import", "import", "upgrade", "stage"),
      text: content,
      overwrite: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constantFrom("promote", "uninstall"),
      name: fc.constantFrom("A", "B", "C", "A_Patch_1"),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant("edit"), pick, values }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("takeBack"), pick }) },
);

export const histories = fc.array(step, { minLength: 2, maxLength: 14 });

/** Takes a step; what the platform refuses is an ordinary end of it, anything else is a defect. */
export function attempt(bench: Bench, one: Step): void {
  try {
    take(bench, one);
  } catch (error) {
    if (!(error instanceof PlatformFault) || error.status >= 500) throw error;
  }
}

function take(bench: Bench, one: Step): void {
  const { environment, caller } = bench;
  const list = environment.state.components;
  switch (one.kind) {
    case "import":
      return void bench.import(one.text, { overwrite: one.overwrite });
    case "upgrade":
      return void bench.upgrade(one.text, { overwrite: one.overwrite });
    case "stage":
      return void bench.import(one.text, { overwrite: one.overwrite, holding: true });
    case "promote":
      return void bench.promote(one.name);
    case "uninstall":
      return void bench.uninstall(one.name);
    case "edit":
      return environment.customize(list[one.pick % list.length]?.id ?? "", one.values, caller);
    case "takeBack":
      return environment.removeActiveLayer(list[one.pick % list.length]?.id ?? "", caller);
  }
}
