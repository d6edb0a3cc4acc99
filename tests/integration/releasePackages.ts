import * as fc from "fast-check";
import type { IncomingPackage } from "../../SolutionHealth/domain/releases/incomingPackage";
import type { Properties, PropertyValue } from "../../SolutionHealth/domain/model/property";
import type { MissingDependency, PackageComponent } from "../../SolutionHealth/package/model";
import { guid, type PackageText, part, solutionPackage } from "../sandbox/engine/handMade";
import { managed, unmanaged, withTables } from "./rollbackHistories";

/** Components beyond those that histories are made of: roles, steps, connection references, names of newer kinds. */
const EXTRAS: readonly ((one: string) => PackageComponent)[] = [
  (one) =>
    realColumn("con_r", { type: "nvarchar", maxlength: one === "a" ? 100 : 200, format: "text", imemode: "auto" }),
  (one) =>
    realColumn("con_day", {
      type: "datetime",
      format: "date",
      behavior: one === "a" ? "1" : "2",
      iscustomfield: false,
      "DisplayName - LocalizedLabel": `[{"Label":"${one}","LanguageCode":1033}]`,
    }),
  (one) =>
    part(10, "con_t_account", {
      name: "con_t_Account",
      table: "con_t",
      root: false,
      properties: {
        schemaname: "con_t_Account",
        entityrelationshiptype: "OneToMany",
        referencingentityname: "con_T",
        referencedentityname: "Account",
        referencingattributename: "con_R",
        cascadedelete: one === "a" ? "RemoveLink" : "Restrict",
        iscustomizable: true,
      },
    }),
  (one) => ({
    ...realColumn("con_kind", { type: "picklist", imemode: "auto", optionsetname: "con_t_con_kind" }),
    children: { AttributePicklistValues: [option(1, 1, "x"), option(one === "a" ? 2 : 3, 2, one)] },
  }),
  (one) =>
    part(9, "con_colours", {
      properties: { name: "con_colours", isglobal: true, optionsettype: "picklist", iscustomizable: true },
      children: { AttributePicklistValues: [option(1, 1, one)] },
    }),
  (one) =>
    part(14, "con_t.con_key", {
      name: "con_key",
      table: "con_t",
      root: false,
      properties: { name: "con_Key", logicalname: "con_key", entitykeyattributes: [one === "a" ? "con_r" : "con_c"] },
    }),
  (one) =>
    part(20, guid(21), {
      id: guid(21),
      name: "Clerk",
      properties: { name: `Clerk ${one}` },
      children: { RolePrivileges: [{ privilegename: "prvReadAccount", privilegedepthmask: one === "a" ? 1 : 8 }] },
    }),
  (one) =>
    part(92, guid(22), { id: guid(22), name: "Step", properties: { rank: one === "a" ? 1 : 2, iscustomizable: true } }),
  (one) => part("connectionreference", "con_ref", { properties: { connectorid: `/providers/${one}` } }),
  (one) => part("customapi", "con_api", { properties: { displayname: one, isprivate: false } }),
  (one) => part(80, "con_app", { name: "con_app", properties: { name: one, descriptor: `{"a":"${one}"}` } }),
  (one) =>
    part(1, "con_t", { behavior: 0, properties: { description: one, iscustomizable: one === "a" ? false : true } }),
];

const option = (value: number, displayorder: number, text: string): Properties => ({
  value,
  displayorder,
  label: text,
  "DisplayName - LocalizedLabel": `[{"Label":"${text}","LanguageCode":1033}]`,
  "Description - LocalizedLabel": "[]",
});

/** A column as exporters write it, of which its definition may tell everything. */
const realColumn = (name: string, properties: Properties): PackageComponent =>
  part(2, `con_t.${name}`, {
    name,
    table: "con_t",
    root: false,
    properties: {
      entityid: "con_t",
      name,
      schemaname: name,
      requiredlevel: "none",
      displaymask: "ValidForAdvancedFind|ValidForForm|ValidForGrid",
      iscustomizable: true,
      canmodifysearchsettings: true,
      ...properties,
    },
  });

const MISSING: readonly MissingDependency[] = [
  {
    required: { type: 61, schemaName: "con_/a.js", solution: "A (1.0)" },
    dependent: { type: 60, id: guid(1) },
  },
  {
    required: { type: 2, schemaName: "con_d", parentSchemaName: "con_t", solution: "A (1.0)" },
    dependent: { type: 60, id: guid(1) },
  },
];

const extra = fc.tuple(fc.nat(EXTRAS.length - 1), fc.constantFrom("a", "b"));

/** A package to be judged: as histories have them, with what makes an import fail now and then. */
const candidate: fc.Arbitrary<PackageText> = fc
  .record({
    text: managed,
    extras: fc.uniqueArray(extra, { selector: ([pick]) => pick, maxLength: 2 }),
    version: fc.constantFrom(undefined, undefined, "1.5.0.0", "1.0.9.0", "0.9"),
    publisher: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, "contoso", "fabrikam"),
    missing: fc.subarray([...MISSING], { maxLength: 1 }),
    packageVersion: fc.constantFrom("9.2", "9.2", "9.2", "9.2", "9.1", "9.1", "10.0", "5.0"),
    isBare: fc.boolean(),
  })
  .map(({ text, extras, version, publisher, missing, packageVersion, isBare }): PackageText => {
    const more = extras.flatMap(([pick, one]) => EXTRAS[pick]?.(one) ?? []);
    const components = withTables([...(text.components ?? []), ...more]);
    // What a package holds it does not list as missing; without root entries the engine could not tell.
    const lacking = missing.filter(({ required }) => !components.some(({ name }) => name === required.schemaName));
    const changed = { ...(version !== undefined && { version }), ...(publisher !== undefined && { publisher }) };
    return isBare ? { ...text, components } : { ...text, ...changed, components, missing: lacking, packageVersion };
  });

/** Enough of the extras in the environment too. */
export const extendedStep: fc.Arbitrary<PackageText> = candidate;

export const candidates: fc.Arbitrary<PackageText> = fc.oneof(
  { weight: 9, arbitrary: candidate },
  { weight: 1, arbitrary: unmanaged },
);

/** As the page hands it to the rules. */
export const incoming = (text: PackageText): IncomingPackage => ({
  ...solutionPackage(text),
  fileName: `${text.name}.zip`,
  size: 1,
  sha256: "0",
});

/** Another value of the same type. */
function other(value: PropertyValue | undefined): PropertyValue {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  return typeof value === "string" ? `${value}x` : "x";
}

/** One property of the component, or one of a child, says otherwise. */
function changed(component: PackageComponent, pick: number): PackageComponent {
  const { properties, children = {} } = component;
  const [collection] = Object.keys(children);
  if (collection !== undefined && pick % 2 === 1) {
    const list = (children[collection] ?? []).map((child, index) =>
      index === 0 ? otherwise(child, pick >> 1) : child,
    );
    return { ...component, children: { ...children, [collection]: list } };
  }
  return { ...component, properties: otherwise(properties, pick) };
}

function otherwise(properties: Properties, pick: number): Properties {
  const names = Object.keys(properties);
  const name = names[pick % Math.max(1, names.length)] ?? "name";
  return { ...properties, [name]: other(properties[name]) };
}

export interface NextVersion {
  readonly first: PackageText;
  readonly next: PackageText;
}

/** A package of what its solution alone holds, and the next version, in which few components say otherwise. */
export const nextVersions: fc.Arbitrary<NextVersion> = fc
  .record({
    text: managed,
    extras: fc.uniqueArray(extra, { selector: ([pick]) => pick, minLength: 2, maxLength: 6 }),
    changes: fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 2 }),
  })
  .map(({ text, extras, changes }) => {
    const parts = extras.flatMap(([pick, one]) => EXTRAS[pick]?.(one) ?? []);
    const components = withTables([...(text.components ?? []), ...parts]);
    const first: PackageText = { ...text, name: "N", version: "1.0.0.0", publisher: "contoso", components };
    const picks = new Map(changes.map(([at, pick]) => [at % Math.max(1, components.length), pick]));
    const again = components.map((one, index) => {
      const pick = picks.get(index);
      return pick === undefined || one.shell ? one : changed(one, pick);
    });
    return { first, next: { ...first, version: "1.1.0.0", components: again } };
  });
