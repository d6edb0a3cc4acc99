import { join, resolve } from "node:path";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import type { Environment } from "../../sandbox/engine/contract";
import { callerOf, importBytes } from "../../sandbox/start/environment";
import type { StoredComponent } from "../../sandbox/store/model";

const demo = resolve(__dirname, "..", "..", "Solutions", "Demo");

/** The view of the demo that the next version and the update solution change. */
const VIEW = "9c3c4615-17d9-47ed-8c39-b464fd97850e";
const VIEW_TYPE = 26;
/** Rows of the table that the next version no longer holds. */
export const FEES = 65;

/** An environment with some demo solutions, and rows in the table that the next version drops. */
export const withDemo =
  (...names: readonly string[]) =>
  async (environment: Environment): Promise<void> => {
    for (const name of names) {
      importBytes(environment, await packFolder(join(demo, name), { managed: true }), name);
    }
    // The next version no longer has the table.
    if (names.includes("Base")) environment.setRowCount("abp_fee", FEES);
  };

/** @throws {Error} when the demo has no such view */
export function viewOf({ store }: Environment): StoredComponent {
  const view = store.find(VIEW_TYPE, VIEW);
  if (!view) throw new Error("The demo has no such view.");
  return view;
}

/** Somebody edits the columns of the view by hand. */
export function customizeView(environment: Environment): void {
  const layoutxml =
    '<grid name="resultset" jump="abp_name" select="1" icon="1" preview="1">' +
    '<row name="result" id="abp_permitid"><cell name="abp_name" width="220" /></row></grid>';
  environment.customize(viewOf(environment).id, { layoutxml }, callerOf(environment.state));
}
