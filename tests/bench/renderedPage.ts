import type { Page } from "@playwright/test";
import { createEnvironment } from "../../sandbox/engine/createEnvironment";
import { controlFromFolder } from "../../sandbox/host/controlFiles";
import { createHost } from "../../sandbox/host/host";
import { createServer } from "../../sandbox/server/server";
import { signedInUser } from "../../sandbox/server/user";
import type { EnvironmentState } from "../../sandbox/store/model";
import { launchBrowser, VIEWPORT } from "./browser";
import { builtControl } from "./repository";

export interface BeforeScan {
  /** Before the page is loaded. */
  readonly prepare?: (page: Page) => Promise<unknown>;
  /** When it is there, before its scan. */
  readonly beforeScan?: (page: Page) => Promise<void>;
}

/** Opens the overrides page of the real bundle over an environment, scans it, and gives the page to the work. */
export async function withScannedPage<T>(
  state: EnvironmentState,
  work: (page: Page) => Promise<T>,
  { prepare, beforeScan }: BeforeScan = {},
): Promise<T> {
  const environment = createEnvironment(state);
  const control = controlFromFolder(builtControl());
  const host = createHost({ environment, userId: signedInUser(state, "administrator").id, control: () => control });
  const server = createServer({ environment, host });
  const address = `http://127.0.0.1:${String(await server.listen(0))}`;
  const browser = await launchBrowser();
  try {
    const page = await (await browser.newContext({ viewport: VIEWPORT, locale: "en-GB" })).newPage();
    await prepare?.(page);
    await page.goto(`${address}/main.aspx?pagetype=control&controlName=shl_SolutionHealth.SolutionHealth`);
    await page.getByRole("tab", { name: "Overrides" }).click();
    await beforeScan?.(page);
    await page.getByRole("button", { name: "Scan", exact: true }).click();
    await page.getByRole("button", { name: "Scan again" }).waitFor({ timeout: 900_000 });
    await page.getByRole("grid", { name: "Overrides" }).getByRole("rowheader").first().waitFor();
    return await work(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
