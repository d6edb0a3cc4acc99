import { accessibilityViolations } from "./accessibility";
import { expect, test } from "./sandbox";
import { EDITED, openedAndScanned } from "./scanPage";

for (const theme of ["light", "dark", "contrast"]) {
  test(`scanned overrides are easy to perceive and to operate in the theme ${theme}`, async ({ page, sandbox }) => {
    const overrides = await openedAndScanned(page, sandbox, `theme=${theme}`);
    await overrides.complete();
    await expect(overrides.names).toHaveCount(EDITED.length);
    await overrides.pill("4 real").click();
    await overrides.row("Active Permits").getByRole("checkbox").click();
    await expect(page.getByText("1 chosen")).toBeVisible();
    expect(await accessibilityViolations(page)).toEqual([]);
  });
}

test("at 320 pixels the list of overrides does not scroll the page sideways", async ({ page, sandbox }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  const overflow = (): Promise<number> =>
    page.evaluate(() => {
      const [root, main] = [document.documentElement, document.querySelector("main") ?? document.body];
      return Math.max(root.scrollWidth - root.clientWidth, main.scrollWidth - main.clientWidth);
    });
  await expect.poll(overflow).toBe(0);
  await expect(overrides.row("Permit Type")).toContainText("requiredlevel");
  expect(await accessibilityViolations(page)).toEqual([]);
});

test("what the filters leave is exported as CSV and as Markdown", async ({ page, sandbox }) => {
  const overrides = await openedAndScanned(page, sandbox);
  await overrides.complete();
  await overrides.pill("1 state only").click();
  await expect(overrides.names).toHaveCount(1);
  const csv = await overrides.exported("CSV");
  expect(csv.name).toMatch(/^solution-health-overrides_Contoso-Sandbox_\d{4}-\d\d-\d\d\.csv$/);
  const lines = csv.text.trimEnd().split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/^\uFEFFSolution,Type,Component,Technical name,Table,[^,]+,State,Why,/);
  expect(lines[1]).toMatch(/^Alder Bay Permits,Processes and flows,Permits \| Remind inspectors,.*,State only,/);
  const markdown = await overrides.exported("Markdown");
  expect(markdown.name).toMatch(/\.md$/);
  const [header, rule, row, ...rest] = markdown.text.trimEnd().split("\n");
  expect(header).toMatch(/^\| Solution \| Type \| Component \|/);
  expect(rule).toMatch(/^\| --- \| --- \|/);
  // The bar of the flow's name would end its cell.
  expect(row).toContain("| Permits \\| Remind inspectors |");
  expect(rest).toEqual([]);
});
