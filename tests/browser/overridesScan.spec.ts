import { defaultHabits } from "../../sandbox/server/options";
import { callerOf } from "../../sandbox/start/environment";
import { expect, test } from "./sandbox";
import { EDITED, listed, openedAndScanned } from "./scanPage";
import { countOf, storedOverrides } from "./storedOverrides";

test("a scan of the whole environment lists what the environment itself has, each in its state", async ({
  page,
  sandbox,
}) => {
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  const stored = storedOverrides(sandbox.environment.state.components);
  expect(countOf(stored, "real")).toBe(4);
  expect(countOf(stored, "stateOnly")).toBe(1);
  await expect(overrides.pill("4 real")).toBeVisible();
  await expect(overrides.pill("1 state only")).toBeVisible();
  await expect(overrides.pill("0 unknown")).toBeVisible();
  await expect(overrides.pill(`${countOf(stored, "phantom")} phantom`)).toBeVisible();
  await expect(overrides.names).toHaveCount(EDITED.length);
  for (const name of EDITED) await expect(overrides.row(name)).toHaveCount(1);
  await expect(overrides.row("Permit Type")).toContainText("requiredlevel");
  await expect(overrides.row("Permits | Remind inspectors")).toContainText("Only turns the component on or off.");
  expect(await listed(page)).toEqual(stored);
});

for (const [answers, way] of [
  ["complete", /^Found by one query over the whole environment; checked against .+\.$/],
  [
    "incomplete",
    "Read solution by solution: the one query over everything was found to be incomplete. Components of the platform that no managed solution holds were not looked at.",
  ],
  [
    "refused",
    "Read solution by solution: the environment refused the one query over everything. Components of the platform that no managed solution holds were not looked at.",
  ],
] as const) {
  test.describe(`an environment whose query over everything is ${answers}`, () => {
    test.use({
      choice: { content: "demo", options: { habits: { ...defaultHabits, environmentFlagQuery: answers } } },
    });

    test("ends in the complete list and says which way was used", async ({ page, sandbox }) => {
      const overrides = await openedAndScanned(page, sandbox);
      await overrides.complete();
      await expect(page.getByText(way)).toBeVisible();
      expect(await listed(page)).toEqual(storedOverrides(sandbox.environment.state.components));
    });
  });
}

test("a second scan reads only the layers that have changed", async ({ page, sandbox }) => {
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  const { environment } = sandbox;
  const count = Object.keys(storedOverrides(environment.state.components)).length;
  const view = environment.state.components.find(({ displayName }) => displayName === "Active Fees");
  environment.customize(view?.id ?? "", { description: "Edited since." }, callerOf(environment.state));

  const layers: string[] = [];
  page.on("request", (request) => {
    const text = decodeURIComponent(`${request.url()}\n${request.postData() ?? ""}`);
    layers.push(...Array.from(text.matchAll(/msdyn_componentid eq '([^']+)'/g), ([, id]) => id ?? ""));
  });
  await overrides.scan();
  await expect(page.getByText(`${count - 1} unchanged components taken from the scan before`).first()).toBeVisible();
  await overrides.complete();
  await expect(overrides.pill("5 real")).toBeVisible();
  await expect(overrides.row("Active Fees")).toContainText("description");
  expect(layers).toEqual([view?.id]);
});

test.describe("a user who may only read", () => {
  test.use({ choice: { content: "demo", options: { user: "reader" } } });

  test("sees everything but the removal, and is told which privilege is missing", async ({ page, sandbox }) => {
    const overrides = await openedAndScanned(page, sandbox);
    await overrides.complete();
    await expect(page.getByText("This page is read-only for you.")).toBeVisible();
    await expect(page.getByText(/needs the privilege prvWriteCustomization, which you do not have/)).toBeVisible();
    await expect(overrides.names).toHaveCount(EDITED.length);
    await overrides.row("Active Permits").getByRole("checkbox").click();
    await expect(page.getByText("1 chosen")).toBeVisible();
    await expect(page.getByRole("button", { name: /remove/i })).toHaveCount(0);
    expect(await listed(page)).toEqual(storedOverrides(sandbox.environment.state.components));
  });
});

const VIEW = 26;

test.describe("an environment whose layers of views cannot be read", () => {
  const failing = [VIEW];
  test.use({ choice: { content: "demo", options: { habits: { ...defaultHabits, layerFailures: failing } } } });

  test("has those listed as unknown with the reason until a retry reads them", async ({ page, sandbox }) => {
    test.slow();
    const { components } = sandbox.environment.state;
    const views = Object.keys(storedOverrides(components.filter(({ type }) => type === VIEW)));
    const overrides = await openedAndScanned(page, sandbox);
    await expect(page.getByText(/^Last scan .* · incomplete/).first()).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText(`${views.length} components could not be judged.`)).toBeVisible();
    await expect(overrides.pill(`${views.length} unknown`)).toBeVisible();
    await expect(overrides.row("Active Permits")).toContainText("Unknown");
    await expect(overrides.row("Active Permits")).toContainText("The layers could not be read.");
    const expected = { ...storedOverrides(components), ...Object.fromEntries(views.map((id) => [id, "unknown"])) };
    expect(await listed(page)).toEqual(expected);

    failing.length = 0;
    await overrides.search.fill("Active Permits");
    await overrides.row("Active Permits").getByRole("button", { name: "Read Active Permits again" }).click();
    await expect(overrides.row("Active Permits")).toContainText("layoutxml");
    await expect(overrides.pill(`${views.length - 1} unknown`)).toBeVisible();
    await page.getByRole("button", { name: "Retry", exact: true }).click();
    await expect(overrides.pill("0 unknown")).toBeVisible();
    await overrides.complete();
  });
});

test("the counts filter the list", async ({ page, sandbox }) => {
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  await overrides.pill("1 state only").click();
  await expect(overrides.pill("1 state only")).toHaveAttribute("aria-pressed", "true");
  await expect(overrides.names).toHaveText([/^Permits \| Remind inspectors/]);
  await overrides.pill("4 real").click();
  await expect(overrides.names).toHaveCount(5);
  await overrides.pill("1 state only").click();
  await expect(overrides.names).toHaveCount(4);
  await expect(overrides.row("Permits | Remind inspectors")).toHaveCount(0);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(overrides.names).toHaveCount(5);
});

test("the search finds by display name and technical name, and says when nothing matches", async ({
  page,
  sandbox,
}) => {
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  await overrides.search.fill("open fees");
  await expect(overrides.names).toHaveText([/^Permits With Open Fees/]);
  await overrides.search.fill("scripts/permit.js");
  await expect(overrides.names).toHaveText([/^Permit form script/]);
  await overrides.search.fill("nothing is called this");
  await expect(page.getByText("No override matches")).toBeVisible();
  await expect(overrides.names).toHaveCount(0);
  await overrides.search.fill("");
  await expect(overrides.names).toHaveCount(5);
});
