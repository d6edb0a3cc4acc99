import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Locator } from "@playwright/test";
import type { Environment } from "../../sandbox/engine/contract";
import { plainText } from "../../sandbox/odata/plainText";
import { callerOf, importFile } from "../../sandbox/start/environment";
import type { Row, StoredComponent, StoredLayer } from "../../sandbox/store/model";
import { overridesPage } from "./overridesPage";
import { expect, test } from "./sandbox";

const PACKAGE = resolve(__dirname, "../../../shared/corpus/zips/ReleasePlanner__1.1.0.0__managed__0b22c5ce.zip");

function stored({ store }: Environment, type: number, key: string): StoredComponent {
  const found = store.find(type, key);
  if (!found) throw new Error(`The package has no ${key}.`);
  return found;
}

/** What somebody changes by hand: texts replaced in a property of the component as it is. */
function edit(environment: Environment, type: number, key: string, property: string, ...changes: [string, string][]) {
  const { id } = stored(environment, type, key);
  let text = plainText(environment.effectiveProperties(id)[property]);
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`${key} has no ${from}.`);
    text = text.replace(from, to);
  }
  environment.customize(id, { [property]: text }, callerOf(environment.state));
}

/** An Active layer with children: no property of the table's row holds them, so no ordinary edit makes them. */
function editChildren(environment: Environment, type: number, key: string, collection: string, entries: Row[]): void {
  environment.customize(stored(environment, type, key).id, {}, callerOf(environment.state));
  const component = stored(environment, type, key);
  component.layers = component.layers.map((layer): StoredLayer =>
    layer.solution === "Active" ? { ...layer, children: { [collection]: entries } } : layer,
  );
}

const ROLE = "adc58c9d-6c73-ea11-a811-000d3a563be2";

function arrange(environment: Environment): void {
  importFile(environment, PACKAGE);
  edit(environment, 60, "945f6f3b-cf28-46b2-a0cd-b0e72021f312", "formxml", [
    'description="Release Wave"',
    'description="Wave of the year"',
  ]);
  edit(
    environment,
    26,
    "0a9f406e-3670-ea11-a811-000d3a579c34",
    "layoutxml",
    ['<cell name="ownerid" width="100" />', '<cell name="ownerid" width="180" />'],
    ['<cell name="msft_totalnoofitems" width="100" />', ""],
  );
  edit(environment, 62, "msft_releaseplanner", "sitemapxml", ['Title="Application Area"', 'Title="Fields of work"']);
  edit(environment, 29, "9d27108e-687a-ea11-a812-000d3a3b478b", "clientdata", ['"Overview of ', '"Summary of ']);
  edit(environment, 61, "msft_releaseplan.js", "content", [
    plainText(environment.effectiveProperties(stored(environment, 61, "msft_releaseplan.js").id).content),
    Buffer.from("// One\n// Two\n").toString("base64"),
  ]);
  editChildren(environment, 9, "msft_featureplan", "AttributePicklistValues", [
    { value: 299600004, displayorder: 5, "DisplayName - LocalizedLabel": '[{"Label":"Chore","LanguageCode":1033}]' },
  ]);
  const [first, ...others] = environment.effectiveChildren(stored(environment, 20, ROLE).id).RolePrivileges ?? [];
  editChildren(environment, 20, ROLE, "RolePrivileges", [{ ...first, privilegedepthmask: 1 }, ...others]);
}

test.describe("a real package with each kind changed by hand", () => {
  const here = existsSync(PACKAGE);
  test.skip(!here, `There is no ${join("shared", "corpus")} beside the project.`);
  test.use({ choice: { content: "empty", ...(here ? { arrange } : {}) } });

  test("shows stack, tabs and differences of form, view, site map, flow, script, choice and role", async ({
    page,
    sandbox,
  }) => {
    test.slow();
    await sandbox.open(page);
    const { panel, scan, openLayers, grid } = overridesPage(page);
    await scan();
    await expect(grid.getByRole("rowheader")).toHaveCount(7);
    const open = async (name: string): Promise<void> => {
      await openLayers(name);
      const layers = panel
        .getByRole("list", { name: "Layers of this component, from the top one down" })
        .locator(":scope > li");
      await expect(layers).toHaveText([/Active \(unmanaged\)/, /ReleasePlanner 1\.1\.0\.0/]);
    };
    const close = async (): Promise<void> => {
      await page.keyboard.press("Escape");
      await expect(panel).toHaveCount(0);
    };
    const lines = (property: string): Locator => panel.getByRole("table", { name: property }).getByRole("row");
    const tab = (name: string) => panel.getByRole("tab", { name, exact: true }).click();
    const listed = (text: string): Locator => panel.getByRole("tabpanel").getByRole("row").filter({ hasText: text });

    await test.step("form", async () => {
      await open("Reviewer Form");
      await expect(panel.getByText("The layers of this type are merged.")).toBeVisible();
      const label = lines("formxml").filter({ hasText: "Wave of the year" });
      await expect(label).toContainText(/Changed.*Release Wave/s);
      await tab("All properties");
      await expect(listed("objecttypecode")).toContainText("msft_applicationarea");
      await close();
    });
    await test.step("view", async () => {
      await open("Active Release Plan Applications");
      await expect(lines("layoutxml").filter({ hasText: "ownerid" })).toContainText(/Changed.*100.*180/s);
      await expect(lines("layoutxml").filter({ hasText: "msft_totalnoofitems" })).toContainText("Removed");
      await close();
    });
    await test.step("site map", async () => {
      await open("Release Planner");
      const title = lines("sitemapxml").filter({ hasText: "Fields of work" });
      await expect(title).toContainText(/Changed.*Application Area/s);
      await close();
    });
    await test.step("flow", async () => {
      await open("Set overview name when app name changed");
      const action = lines("clientdata").filter({ hasText: "Summary of" });
      await expect(action).toContainText(/Changed.*Update_a_record.*Overview of/s);
      await tab("Updated");
      await expect(listed("clientdata")).toHaveCount(1);
      await close();
    });
    await test.step("script", async () => {
      await open("Release Plan form validation");
      await expect(panel.getByRole("button", { name: /^content \d+ lines added, \d+ removed$/ })).toBeVisible();
      await expect(panel.getByText("// Two")).toBeVisible();
      await close();
    });
    await test.step("choice", async () => {
      await open("Feature Type");
      await expect(lines("AttributePicklistValues").filter({ hasText: "299600004" })).toContainText(/Added.*Chore/s);
      await tab("Option values");
      await expect(listed("299600004")).toContainText(/Chore.*Added/s);
      await expect(listed("299600000")).toContainText(/Epic.*Unchanged/s);
      await close();
    });
    await test.step("role", async () => {
      await open("Release Plan - Contributor");
      const privilege = lines("RolePrivileges").filter({ hasText: "prvAddressBook" });
      await expect(privilege).toContainText(/Changed.*Organization.*User/s);
      await tab("Privileges");
      await expect(listed("prvAddressBook")).toContainText(/User.*Updated/s);
      await expect(listed("prvAppendmsft_application").first()).toContainText(/Organization.*Unchanged/s);
      await close();
    });
  });
});
