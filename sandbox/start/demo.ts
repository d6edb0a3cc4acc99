import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import { PlatformFault } from "../engine/fault";
import type { Environment } from "../engine/contract";
import type { Row } from "../store/model";
import { callerOf, importBytes, importRequest } from "./environment";

/** `Solutions/Demo/demo.json`: what happens in the demo environment before anybody looks at it. */
interface DemoPlan {
  /** Folders in order of installation. */
  readonly install: readonly string[];
  /** Number of rows by table. */
  readonly rows: Readonly<Record<string, number>>;
  /** Edits that people made by hand: they go to the Active layer. */
  readonly customizations: readonly {
    readonly type: number;
    readonly key: string;
    readonly why: string;
    readonly properties: Row;
  }[];
}

/** Part of the components that have an Active layer which changes nothing, as most have on the platform (§4.5). */
export const DEMO_PHANTOM_SHARE = 0.5;

const DAY = 24 * 60 * 60 * 1000;
const START_DAYS_AGO = 75;
const DAYS_BETWEEN = 14;

/**
 * Fills a new environment with the demo solutions, packed from their sources, and with edits made by hand. The clock is
 * moved so that the history reaches back for weeks.
 * @throws {Error} when the plan names a component that the solutions do not bring.
 */
export async function fillWithDemo(
  environment: Environment,
  root: string,
  setClock: (now: () => Date) => void,
): Promise<void> {
  const folder = join(root, "Solutions", "Demo");
  const plan = JSON.parse(readFileSync(join(folder, "demo.json"), "utf8")) as DemoPlan;
  let time = Date.now() - START_DAYS_AGO * DAY;
  setClock(() => new Date((time += 1000)));
  for (const name of plan.install) {
    importBytes(environment, await packFolder(join(folder, name), { managed: true }), name);
    time += DAYS_BETWEEN * DAY;
  }
  for (const [table, count] of Object.entries(plan.rows)) environment.setRowCount(table, count);
  customizeByHand(environment, plan);
  time += DAY;
  await failOnce(environment, join(folder, "Patch"));
}

function customizeByHand(environment: Environment, plan: DemoPlan): void {
  for (const { type, key, properties } of plan.customizations) {
    const component = environment.store.find(type, key);
    if (!component) throw new Error(`demo.json customizes ${key}, which no demo solution brings.`);
    environment.customize(component.id, properties, callerOf(environment.state));
  }
}

/** Somebody tried to install the patch again, which the platform refuses: the history shows it. */
async function failOnce(environment: Environment, folder: string): Promise<void> {
  const request = importRequest(await packFolder(folder, { managed: true }));
  try {
    environment.importSolution(request, callerOf(environment.state));
  } catch (error) {
    if (!(error instanceof PlatformFault)) throw error;
  }
}
