import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseXml, type XmlElement } from "../../../SolutionHealth/package/xml";
import { readPackage } from "../../../SolutionHealth/package/readPackage";
import type { SolutionPackage } from "../../../SolutionHealth/package/model";
import { PLAN_LENGTHS } from "../../../SolutionHealth/domain/plan/checkPlan";
import { DECISION_LENGTHS } from "../../../SolutionHealth/domain/plan/acceptedFinding";
import { SNAPSHOT_LIMIT } from "../../../SolutionHealth/domain/plan/snapshotText";
import { packFiles } from "../../../Solutions/pipeline/layout/pack";
import { readSourceFiles } from "../../../Solutions/pipeline/layout/sourceFiles";
import { builtProduct } from "../fakes/builtProduct";

const SOURCE = join(__dirname, "../../../Solutions/SolutionHealth");
const CONTROL = "shl_SolutionHealth.SolutionHealth";
const TABLES = ["shl_AcceptedFinding", "shl_HealthSnapshot", "shl_MaintenancePlan"] as const;
const LANGUAGES = ["1033", "1031"];

const xmlOf = (path: string): XmlElement => parseXml(readFileSync(join(SOURCE, path), "utf8"), path);
const tableXml = (table: string): XmlElement => xmlOf(`Entities/${table}/Entity.xml`);
const textOf = (element: XmlElement | undefined, name: string): string | undefined => element?.child(name)?.text.trim();

/** Columns written here, by logical name. */
function columnsOf(table: string): ReadonlyMap<string, XmlElement> {
  const columns = [...tableXml(table).descendants()].filter(({ name }) => name === "attribute");
  return new Map(columns.map((column) => [textOf(column, "LogicalName") ?? "", column]));
}

async function packed(managed: boolean): Promise<SolutionPackage> {
  const built = join(await builtProduct("var built;"), "out", "controls", "SolutionHealth");
  const files = await readSourceFiles(SOURCE, [{ from: built, to: `Controls/${CONTROL}` }]);
  return readPackage(packFiles(files, { managed }));
}

describe("the tables of the product's own solution", () => {
  let product: SolutionPackage;

  beforeAll(async () => {
    product = await packed(true);
  });

  it.each([
    ["shl_MaintenancePlan", "UserOwned", ["ownerid", "owningbusinessunit"]],
    ["shl_AcceptedFinding", "OrgOwned", ["organizationid"]],
    ["shl_HealthSnapshot", "OrgOwned", ["organizationid"]],
  ])("%s is %s and has the columns that go with it", (table, ownership, columns) => {
    const mask = [...tableXml(table).descendants()].find(({ name }) => name === "OwnershipTypeMask");
    expect(mask?.text).toBe(ownership);
    const names = [...columnsOf(table).keys()];
    const owning = names.filter((name) => /^(?:owner|owning|organization)/.test(name));
    expect(owning.sort()).toEqual(columns);
    expect(names).toEqual(
      expect.arrayContaining(["createdby", "createdon", "modifiedby", "modifiedon", "statecode", "statuscode"]),
    );
  });

  it("have the relationships to the platform's tables that go with each kind of ownership", () => {
    const names = product.components.filter(({ type }) => type === 10).map(({ key }) => key);
    const shared = TABLES.flatMap((table) => ["createdby", "modifiedby"].map((by) => `lk_${table}_${by}`));
    const owned = ["business_unit", "owner", "team", "user"].map((kind) => `${kind}_shl_maintenanceplan`);
    const org = ["shl_acceptedfinding", "shl_healthsnapshot"].map((table) => `organization_${table}`);
    expect(names.sort()).toEqual([...shared, ...owned, ...org].map((name) => name.toLowerCase()).sort());
  });

  it.each(TABLES)(
    "%s can be looked at: main form, active, inactive, quick find, associated and lookup view",
    (table) => {
      const own = product.components.filter((component) => component.table === table.toLowerCase());
      const views = own.filter(({ type }) => type === 26).map(({ properties }) => Number(properties.querytype));
      expect([...new Set(views)].sort((a, b) => a - b)).toEqual([0, 1, 2, 4, 64]);
      expect(own.filter(({ type }) => type === 60)).toHaveLength(1);
    },
  );

  it("name only columns that are there, in views and on forms", () => {
    const unknown = TABLES.flatMap((table) => {
      const known = new Set([...columnsOf(table).keys()]);
      const parts = product.components.filter(
        (one) => one.table === table.toLowerCase() && (one.type === 26 || one.type === 60),
      );
      return parts.flatMap(({ properties }) => {
        const text = JSON.stringify([properties.fetchxml, properties.layoutxml, properties.formxml]);
        const named = [...text.matchAll(/(?:attribute|cell|datafieldname)(?: name)?=\\"([a-z_]+)\\"/g)].map(
          ([, name]) => name,
        );
        expect(named.length).toBeGreaterThan(1);
        return named.filter((name) => name !== undefined && !known.has(name));
      });
    });
    expect(unknown).toEqual([]);
  });

  it("have every label in both languages of the product", () => {
    const written = TABLES.flatMap((table) => [...columnsOf(table).values()]).filter(
      (column) => textOf(column, "IsCustomField") === "1",
    );
    expect(written.length).toBeGreaterThan(25);
    for (const column of written) {
      const names = [...column.descendants()].filter(({ name }) => name === "displayname");
      expect(names.map((label) => label.attribute("languagecode"))).toEqual(LANGUAGES);
    }
  });

  it("have columns that hold what the page lets a person write", () => {
    const length = (table: string, column: string): number => Number(textOf(columnsOf(table).get(column), "MaxLength"));
    expect(length("shl_MaintenancePlan", "shl_name")).toBe(PLAN_LENGTHS.solution);
    expect(length("shl_MaintenancePlan", "shl_responsible")).toBe(PLAN_LENGTHS.responsible);
    expect(length("shl_MaintenancePlan", "shl_expectedversion")).toBe(PLAN_LENGTHS.expectedVersion);
    expect(length("shl_MaintenancePlan", "shl_notes")).toBe(PLAN_LENGTHS.notes);
    expect(length("shl_AcceptedFinding", "shl_reason")).toBeGreaterThanOrEqual(DECISION_LENGTHS.reason);
    expect(length("shl_AcceptedFinding", "shl_name")).toBe(DECISION_LENGTHS.title);
    expect(length("shl_AcceptedFinding", "shl_note")).toBeGreaterThanOrEqual(DECISION_LENGTHS.note);
    expect(length("shl_HealthSnapshot", "shl_findings")).toBeGreaterThanOrEqual(SNAPSHOT_LIMIT);
  });

  it.each([
    ["shl_MaintenancePlan", "shl_nextreview"],
    ["shl_MaintenancePlan", "shl_lastreview"],
    ["shl_AcceptedFinding", "shl_until"],
  ])("%s.%s is a day without time, the same in every time zone", (table, column) => {
    expect(textOf(columnsOf(table).get(column), "Format")).toBe("date");
    expect(textOf(columnsOf(table).get(column), "Behavior")).toBe("2");
  });
});

describe("the roles of the product's own solution", () => {
  const privilegesOf = (role: string): Map<string, string> => {
    const all = [...xmlOf(`Roles/${role}.xml`).descendants()].filter(({ name }) => name === "RolePrivilege");
    return new Map(all.map((one) => [one.attribute("name") ?? "", one.attribute("level") ?? ""]));
  };

  it("let a reader read every row and write none", () => {
    const held = [...privilegesOf("Solution Health Reader")];
    expect(held.filter(([name]) => !name.startsWith("prvRead"))).toEqual([]);
    expect(held.filter(([, level]) => level !== "Global")).toEqual([]);
    expect(held.map(([name]) => name)).toEqual(expect.arrayContaining(TABLES.map((table) => `prvRead${table}`)));
  });

  it("let who maintains do everything with every row, and nothing with rows of others' tables", () => {
    const held = privilegesOf("Solution Health Maintainer");
    for (const table of TABLES) {
      for (const right of ["Append", "AppendTo", "Create", "Delete", "Read", "Write"]) {
        expect(held.get(`prv${right}${table}`)).toBe("Global");
      }
    }
    expect([...held.keys()].filter((name) => name.startsWith("prvAssign"))).toEqual(["prvAssignshl_MaintenancePlan"]);
    expect([...held.keys()].filter((name) => !name.startsWith("prvRead") && !name.includes("shl_"))).toEqual([]);
  });

  it("open the app", async () => {
    const app = (await packed(true)).components.find(({ type }) => type === 80);
    const ids = ["Solution Health Reader", "Solution Health Maintainer"].map(
      (role) => xmlOf(`Roles/${role}.xml`).attribute("id") ?? "",
    );
    for (const suffix of ["", "_managed"]) {
      const map = [...xmlOf(`AppModules/shl_SolutionHealth/AppModule${suffix}.xml`).descendants()];
      const roles = map.filter(({ name }) => name === "Role").map((role) => role.attribute("id"));
      expect(roles).toEqual(expect.arrayContaining(ids));
    }
    expect(app?.key).toBe("shl_solutionhealth");
  });
});
