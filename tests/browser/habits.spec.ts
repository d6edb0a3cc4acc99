import type { ServerOptions } from "../../sandbox/server/options";
import { defaultHabits, type UnconfirmedHabits } from "../../sandbox/server/options";
import { solutionNamed } from "./arrange";
import { expect, test } from "./sandbox";
import { solutionsPage } from "./solutionsPage";

const habit = (one: Partial<UnconfirmedHabits>): Partial<ServerOptions> => ({ habits: { ...defaultHabits, ...one } });

/** What no source confirms, each way, and limits that other environments have. The page shows the same in all. */
const SERVERS: Readonly<Record<string, Partial<ServerOptions>>> = {
  "refuses conditions on the history": habit({ historyFilters: "refused" }),
  "accepts conditions on the history": habit({ historyFilters: "accepted" }),
  "sends summaries with numbers and booleans": habit({ summaryValues: "typed" }),
  "sends summaries as text": habit({ summaryValues: "text" }),
  "counts roots": habit({ countSummaries: "roots" }),
  "counts every member": habit({ countSummaries: "all" }),
  "leaves out privileges it does not know": habit({ unknownPrivilege: "omitted" }),
  "fails on privileges it does not know": habit({ unknownPrivilege: "fails" }),
  "compares text by case": habit({ filterIgnoresCase: false }),
  "pages after two rows": { pageSize: 2 },
  "takes only short addresses": { urlLimit: 200 },
};

for (const [what, options] of Object.entries(SERVERS)) {
  test.describe(`an environment that ${what}`, () => {
    test.use({ choice: { content: "demo", options } });

    test("is shown as any other", async ({ page, sandbox }) => {
      await sandbox.open(page);
      const list = solutionsPage(page);
      await list.loaded();
      await expect(list.names).toHaveCount(5);
      await expect(list.row("AlderBayPermits_Patch_6b21f0c4")).toContainText("Last operation failed");
      await expect(list.row("BrightwaterPermitRisk")).toContainText("No problem found");

      await list.openPanel("AlderBayPermits", "Components");
      const held = sandbox.environment.componentsOf(solutionNamed(sandbox.environment, "AlderBayPermits").id);
      for (const [title, type] of [
        ["Tables", 1],
        ["Columns", 2],
        ["Views", 26],
        ["Web resources", 61],
      ] as const) {
        const count = held.filter((component) => component.type === type).length;
        const group = list.panel.getByRole("region", { name: title, exact: true });
        await expect(group.getByRole("button").first()).toHaveText(new RegExp(`${title}\\s*${count}$`));
      }
      await list.panel.getByRole("tab", { name: "History" }).click();
      await expect(list.panel.getByRole("listitem")).not.toHaveCount(0);
      await expect(page.getByText("could not be read")).toHaveCount(0);
    });
  });
}
