import { accessibilityViolations } from "./accessibility";
import { HeldClock } from "./heldClock";
import { expect, test } from "./sandbox";
import { listed, listedAsIs, openedAndScanned, scanPage } from "./scanPage";
import { storedOverrides } from "./storedOverrides";

const SLOW = 60_000;

test.describe("an environment that takes its time over layers", () => {
  const clock = new HeldClock(SLOW, 5);
  test.use({ choice: { content: "demo", options: { layerLatency: SLOW, clock } } });

  test("lets a scan be cancelled and resumed: what was read stays, and is not read again", async ({
    page,
    sandbox,
  }) => {
    const stored = storedOverrides(sandbox.environment.state.components);
    const asked: string[] = [];
    page.on("requestfinished", (request) => {
      const text = decodeURIComponent(`${request.url()}\n${request.postData() ?? ""}`);
      asked.push(...Array.from(text.matchAll(/msdyn_componentid eq '([^']+)'/g), ([, id]) => id ?? ""));
    });
    const overrides = await openedAndScanned(page, sandbox);
    // The environment answers a few times, and then no more: what came is there already.
    await expect(page.getByText(/^Showing \d+ of [1-9]\d* overrides?/).first()).toBeVisible();
    await expect(page.getByText(/^(Looking for|Reading) .*: \d+ of \d+ · .*\d+ calls?/).first()).toBeVisible();
    await overrides.cancel.click();
    await expect(page.getByText(/^Stopped, not everything was read/).first()).toBeVisible();
    clock.release();
    const partly = await listed(page);
    expect(Object.keys(partly).length).toBeGreaterThan(0);
    expect(Object.keys(partly).length).toBeLessThan(Object.keys(stored).length);
    expect(stored, "What is shown is right.").toMatchObject(partly);

    const known = Object.keys(partly);
    asked.length = 0;
    await overrides.resume.click();
    await overrides.complete();
    expect(asked.filter((id) => known.includes(id))).toEqual([]);
    expect(await listedAsIs(page)).toEqual(stored);
  });
});

test.describe("an environment whose service protection lets two requests run at once", () => {
  test.use({ choice: { content: "demo", options: { throttle: 0.04, latency: 100 } } });

  test("is scanned to the end, and the page says while it waits", async ({ page, sandbox }) => {
    const refused: string[] = [];
    page.on("response", (response) => {
      if (response.status() === 429) refused.push(response.url());
    });
    const overrides = scanPage(page);
    await sandbox.open(page);
    await overrides.show();
    const waited = page
      .getByText(/waiting \d+ seconds?, the environment asks for less/)
      .first()
      .waitFor({ timeout: 30_000 });
    await overrides.scan();
    await waited;
    await overrides.complete();
    expect(refused.length).toBeGreaterThan(0);
    await expect(overrides.pill("0 unknown")).toBeVisible();
    expect(await listed(page)).toEqual(storedOverrides(sandbox.environment.state.components));
  });
});

test("the list is folded, sorted and narrowed to a type, and judged anew by another list of bookkeeping", async ({
  page,
  sandbox,
}) => {
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  const phantoms = Object.values(storedOverrides(sandbox.environment.state.components)).filter(
    (state) => state === "phantom",
  ).length;
  const choose = async (field: string, value: string): Promise<void> => {
    await page.getByRole("combobox", { name: field, exact: true }).click();
    await page.getByRole("option", { name: value, exact: true }).click();
  };

  const views = overrides.grid.getByRole("button", { name: /^Views\s*2$/ });
  await expect(views).toHaveAttribute("aria-expanded", "true");
  await views.click();
  await expect(views).toHaveAttribute("aria-expanded", "false");
  await expect(overrides.names).toHaveCount(3);
  await views.click();

  await choose("Grouping", "One list");
  await expect(views).toHaveCount(0);
  const byName = overrides.grid.getByRole("columnheader", { name: /^Component/ });
  const inOrder = [
    /^Active Permits/,
    /^Permit form script/,
    /^Permit Type/,
    /^Permits \| Remind inspectors/,
    /^Permits With Open Fees/,
  ];
  await byName.getByRole("button").click();
  await expect(byName).toHaveAttribute("aria-sort", "ascending");
  await expect(overrides.names).toHaveText(inOrder);
  await byName.getByRole("button").click();
  await expect(byName).toHaveAttribute("aria-sort", "descending");
  await expect(overrides.names).toHaveText([...inOrder].reverse());

  await choose("Type", "Views");
  await expect(overrides.names).toHaveText([/^Permits With Open Fees/, /^Active Permits/]);
  await page.getByRole("button", { name: "Clear filters" }).click();
  await expect(overrides.names).toHaveCount(5);

  const bookkeeping = page.getByRole("menuitem", { name: /^Bookkeeping \(\d+\)$/ });
  const dialog = page.getByRole("dialog");
  const properties = dialog.getByRole("textbox");
  await bookkeeping.click();
  await properties.fill(`${await properties.inputValue()}\nname`);
  expect(await accessibilityViolations(page)).toEqual([]);
  const reads: string[] = [];
  page.on("request", (request) => reads.push(request.url()));
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(overrides.pill("3 real")).toBeVisible();
  await expect(overrides.pill(`${phantoms + 1} phantom`)).toBeVisible();
  await expect(overrides.row("Permits With Open Fees")).toHaveCount(0);
  await bookkeeping.click();
  await dialog.getByRole("button", { name: "Back to the list we began with" }).click();
  await dialog.getByRole("button", { name: "Apply" }).click();
  await expect(overrides.pill("4 real")).toBeVisible();
  expect(reads, "Nothing is read for that.").toEqual([]);
});
