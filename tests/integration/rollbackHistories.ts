import * as fc from "fast-check";
import type { ComponentKey, PackageComponent } from "../../SolutionHealth/package/model";
import { PlatformFault } from "../../sandbox/engine/fault";
import type { Row } from "../../sandbox/store/model";
import { type Bench, guid, type PackageText, part, table } from "../sandbox/engine/handMade";

/** What may happen to an environment before something is taken back. */
export type Step =
  | { readonly kind: "import" | "upgrade" | "stage"; readonly text: PackageText; readonly overwrite: boolean }
  | { readonly kind: "promote"; readonly name: string }
  | { readonly kind: "edit"; readonly pick: number; readonly values: Row };

const PUBLISHERS: Readonly<Record<string, string>> = { A: "contoso", B: "contoso", C: "fabrikam", D: "contoso" };

/** What a component needs: drawn anew for each package, and written into its definition as real ones have it. */
interface Needs {
  readonly columns: readonly string[];
  readonly others: boolean;
}

type Make = (one: string, needs: Needs) => PackageComponent;

const COLUMNS = ["con_c", "con_d"];
const ACCOUNT_FORM = "8448b78f-8f42-454e-8e2a-f8196b0419af";

const toColumns = (names: readonly string[]): ComponentKey[] =>
  names.map((name) => ({ type: 2, key: `con_t.${name}` }));
const to = (type: number | string, key: string): ComponentKey => ({ type, key });

const column = (owner: string, name: string): Make => {
  return (one) =>
    part(2, `${owner}.${name}`, { name, table: owner, root: false, properties: { length: one, description: one } });
};

const MAKES: readonly Make[] = [
  (one) => table("con_t", { description: one, iscustomizable: true }),
  (one) => table("account", { description: one }),
  column("con_t", "con_c"),
  column("con_t", "con_d"),
  column("account", "name"),
  column("account", "con_extra"),
  (one, { columns }) =>
    part(60, guid(1), {
      id: guid(1),
      name: "Main",
      table: "con_t",
      root: false,
      properties: { formxml: `<form a="${one}">${columns.map(control).join("")}</form>`, name: one, type: 2 },
      references: [to(1, "con_t"), ...toColumns(columns)],
    }),
  (one) =>
    part(60, guid(10), {
      id: guid(10),
      name: "Second",
      table: "con_t",
      root: false,
      properties: { formxml: `<form b="${one}" />`, name: one, type: 2 },
      references: [to(1, "con_t")],
    }),
  (one, { others }) =>
    part(60, ACCOUNT_FORM, {
      id: ACCOUNT_FORM,
      name: "Account",
      table: "account",
      root: false,
      properties: {
        formxml: `<form a="${one}"><formLibraries>${others ? '<Library name="con_/a.js" />' : ""}</formLibraries></form>`,
        name: "Account",
        type: 2,
      },
      references: [to(1, "account"), ...(others ? [to(61, "con_/a.js")] : [])],
    }),
  (one, { columns }) =>
    part(26, guid(4), {
      id: guid(4),
      name: "View",
      table: "con_t",
      root: false,
      properties: {
        fetchxml: `<fetch><entity name="con_t">${columns.map((name) => `<attribute name="${name}" />`).join("")}</entity></fetch>`,
        layoutxml: `<grid name="${one}">${columns.map((name) => `<cell name="${name}" />`).join("")}</grid>`,
        name: one,
      },
      references: [to(1, "con_t"), ...toColumns(columns)],
    }),
  (one, { others }) =>
    part(26, guid(7), {
      id: guid(7),
      name: "Accounts",
      table: "account",
      root: false,
      properties: {
        fetchxml: `<fetch><entity name="account">${others ? '<link-entity name="con_t" from="con_c" to="name" />' : ""}</entity></fetch>`,
        name: one,
      },
      references: others ? [to(1, "account"), to(1, "con_t"), to(2, "con_t.con_c")] : [to(1, "account")],
    }),
  (one) => part(61, "con_/a.js", { properties: { content: one, description: one } }),
  (one, { others }) =>
    part(29, guid(5), {
      id: guid(5),
      properties: {
        clientdata: JSON.stringify({
          note: one,
          parameters: others ? { p: { metadata: { schemaName: "con_v" } } } : {},
        }),
        statecode: 1,
        name: one,
      },
      references: others ? [to(380, "con_v")] : [],
    }),
  (one) => part(380, "con_v", { properties: { schemaname: "con_v", defaultvalue: one } }),
  (one) =>
    part(381, "con_v", {
      root: false,
      properties: { schemaname: "con_v", value: one },
      references: [to(380, "con_v")],
    }),
  (one, { others }) =>
    part(62, "con_map", {
      properties: {
        sitemapxml: `<SiteMap a="${one}">${others ? '<SubArea Entity="con_t" />' : ""}<SubArea Url="/x" /></SiteMap>`,
        sitemapname: one,
      },
      references: others ? [to(1, "con_t")] : [],
    }),
  (one, { columns }) =>
    part(9, "con_o", {
      properties: { name: "con_o", description: one },
      children: {
        AttributePicklistValues: columns.map((name) => ({ value: name.length + name.charCodeAt(4), color: one })),
      },
    }),
];

const control = (name: string): string => `<control id="${name}" datafieldname="${name}" />`;

const short = fc.constantFrom("", "a", "b", "c");

const needs: fc.Arbitrary<Needs> = fc.record({ columns: fc.subarray(COLUMNS), others: fc.boolean() });

const components = fc
  .uniqueArray(fc.tuple(fc.nat(MAKES.length - 1), short, needs), { selector: ([pick]) => pick, maxLength: 8 })
  .map((picks) => withTables(picks.flatMap(([pick, one, need]) => MAKES[pick]?.(one, need) ?? [])));

/** As real packages are: what belongs to a table never comes without it, be it as a shell only. */
export function withTables(parts: readonly PackageComponent[]): PackageComponent[] {
  const there = new Set(parts.filter(({ type }) => type === 1).map(({ key }) => key));
  const missing = new Set(parts.flatMap(({ table: name }) => (name === undefined || there.has(name) ? [] : [name])));
  return [...[...missing].map((name) => part(1, name, { behavior: 2, shell: true })), ...parts];
}

const names = ["A", "A", "B", "C", "D", "A_Patch_1", "A_Patch_2", "C_Patch_3"];

/** A managed package of one of the solutions that histories are made of. */
export const managed: fc.Arbitrary<PackageText> = fc
  .record({ name: fc.constantFrom(...names), patch: fc.integer({ min: 1, max: 3 }), update: fc.nat(2), components })
  .map(({ name, patch, update, components: parts }) => ({
    name,
    // Patches share major and minor with their base, and are higher; bases are updated within them mostly.
    version: name.includes("_Patch_") ? `1.0.${patch}.0` : `1.${Math.max(0, update - 1)}.0.${update}`,
    components: parts,
    managed: true,
    publisher: PUBLISHERS[name.charAt(0)] ?? "contoso",
  }));

const UNMANAGED: readonly Make[] = [
  (one) => part(2, "con_t.con_u", { name: "con_u", table: "con_t", root: false, properties: { length: one } }),
  (one, { columns }) =>
    part(26, guid(8), {
      id: guid(8),
      name: "Ours",
      table: "con_t",
      root: false,
      properties: { layoutxml: `<grid>${columns.map((name) => `<cell name="${name}" />`).join("")}</grid>`, name: one },
      references: toColumns(columns),
    }),
  (one) =>
    part(60, guid(11), {
      id: guid(11),
      name: "Made here",
      table: "con_t",
      root: false,
      properties: { formxml: `<form c="${one}" />`, name: one, type: 2 },
      references: [to(1, "con_t")],
    }),
  (one, { others }) =>
    part(60, guid(9), {
      id: guid(9),
      name: "Dashboard",
      properties: { formxml: `<form>${others ? '<Library name="con_/a.js" />' : ""}</form>`, name: one },
      references: others ? [to(61, "con_/a.js")] : [],
    }),
];

export const unmanaged: fc.Arbitrary<PackageText> = fc
  .uniqueArray(fc.tuple(fc.nat(UNMANAGED.length - 1), short, needs), { selector: ([pick]) => pick, minLength: 1 })
  .map((picks) => ({
    name: "U",
    managed: false,
    publisher: "contoso",
    components: withTables(picks.flatMap(([pick, one, need]) => UNMANAGED[pick]?.(one, need) ?? [])),
  }));

const values: fc.Arbitrary<Row> = fc.oneof(
  fc.dictionary(fc.constantFrom("name", "content", "description", "length", "statecode"), short, { maxKeys: 3 }),
  short.map((one): Row => ({ formxml: `<form b="${one}" />`, layoutxml: `<grid name="${one}" />` })),
);

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom("import", "import", "import", "upgrade", "stage"),
      text: managed,
      overwrite: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: unmanaged.map((text): Step => ({ kind: "import", text, overwrite: false })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("promote"), name: fc.constantFrom("A", "C") }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("edit"), pick: fc.nat(50), values }) },
);

/** A base first, so that there is something to patch and to extend. */
export const rollbackHistories = fc.array(step, { minLength: 3, maxLength: 16 });

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
    case "edit":
      return environment.customize(list[one.pick % list.length]?.id ?? "", one.values, caller);
  }
}
