import type { Page } from "@playwright/test";
import { ACTION_FORMS, ACTION_PATHS, type ActionForm } from "./healthActions";
import { healthPage } from "./healthPage";
import { expect, test } from "./sandbox";

test.use({ choice: { content: "ailing" } });

const onPage = async (page: Page, tab: string): Promise<void> => {
  await expect(page.getByRole("tab", { name: tab, exact: true })).toHaveAttribute("aria-selected", "true");
};

/** The panel of the solution, at one of its tabs. */
const inPanel =
  (tab: string) =>
  async (page: Page): Promise<void> => {
    await onPage(page, "Solutions");
    const panel = page.getByRole("dialog");
    await expect(panel.getByRole("tab", { name: tab })).toHaveAttribute("aria-selected", "true");
  };

/** Asserts that an action has led where it should. */
const LEADS: Readonly<Record<ActionForm, (reached: Page) => Promise<void>>> = {
  "solution overview": inPanel("Overview"),
  "solution components": inPanel("Components"),
  "solution patches": inPanel("Patches"),
  "solution dependents": inPanel("Uninstall"),
  rollback: async (page) => {
    await onPage(page, "Solutions");
    await expect(
      page.getByRole("dialog").getByRole("heading", { name: "What becomes of each component" }),
    ).toBeVisible();
  },
  history: async (page) => {
    await onPage(page, "History");
    await expect(page.getByRole("searchbox")).not.toHaveValue("");
  },
  "history operation": async (page) => {
    await onPage(page, "History");
    await expect(page.getByRole("dialog")).toContainText("Failed");
  },
  overrides: async (page) => {
    await onPage(page, "Overrides");
    await expect(page.getByRole("grid", { name: "Overrides" }).getByRole("rowheader").first()).toBeVisible();
  },
  release: (page) => onPage(page, "Release preview"),
  plan: async (page) => {
    await onPage(page, "Plan");
    await expect(page.getByRole("dialog").getByRole("heading", { level: 2 })).toBeVisible();
  },
  // No test reaches the maker portal: that a window opened, and which address the link has, was asserted on the way.
  makerPortal: (page) => expect(healthPage(page).headline).toBeVisible(),
};

const MAKER_PORTAL = /^https:\/\/make\.powerapps\.com\/environments\/[0-9a-f-]{36}\/solutions\/[0-9a-f-]{36}/;

/** Presses the action of a finding. */
async function press(page: Page, form: ActionForm): Promise<void> {
  const { title, word } = ACTION_PATHS[form];
  const main = page.getByRole("main");
  await healthPage(page).search.fill(title);
  // Until the search applies, the first one may be another rule's.
  await expect(page.getByText(/^Showing (\d+) of (?!\1 )\d+ findings?/).first()).toBeVisible();
  if (form !== "makerPortal") {
    return main
      .getByRole("button", { name: `${word}:` })
      .first()
      .click();
  }
  const link = main.getByRole("link", { name: word }).first();
  await expect(link).toHaveAttribute("href", MAKER_PORTAL);
  const opening = page.waitForEvent("popup");
  await link.click();
  await (await opening).close();
}

test("each kind of action leads from its finding to the page that puts it right", async ({ page, sandbox }) => {
  test.slow();
  await sandbox.open(page, "", "");
  const health = healthPage(page);
  await health.loaded();
  await health.scan();
  for (const form of ACTION_FORMS) {
    await test.step(form, async () => {
      await press(page, form);
      await LEADS[form](page);
      if (form !== "makerPortal") await page.goBack();
      await health.loaded();
    });
  }
});
