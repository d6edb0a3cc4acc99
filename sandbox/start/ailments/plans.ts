import { MICROSOFT_PUBLISHER_ID } from "../../engine/systemSolutions";
import type { Row } from "../../store/model";
import type { Ailment } from "./ailment";
import type { Ward } from "./ward";

const PLAN = "shl_maintenanceplan";

/** Option of `shl_releaseway`: upgrade. */
const BY_UPGRADE = 471100001;

const DAY = 24 * 60 * 60 * 1000;

const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const plan = (ward: Ward, solution: string, values: Row = {}, caller = ward.caller): Row =>
  ward.environment.createRow(PLAN, { shl_name: solution, ...values }, caller);

function changePlan(ward: Ward, solution: string, values: Row): void {
  const row = ward.environment.rowsOf(PLAN).find((one) => one.shl_name === solution);
  if (typeof row?.[`${PLAN}id`] !== "string") throw new Error(`${solution} has no plan any more.`);
  ward.environment.updateRow(PLAN, row[`${PLAN}id`] as string, values, ward.caller);
}

/** Plans that the environment does not keep to. */
export const plans: readonly Ailment[] = [
  {
    id: "review",
    shows: ["reviewOverdue"],
    wrong: "The review of Harbour Berths is overdue.",
    remedy: "notes that it was made, and when the next one is due",
    make: (ward) => void plan(ward, "HarbourBerths", { shl_nextreview: dayFromNow(-12) }),
    heal: (ward) =>
      changePlan(ward, "HarbourBerths", { shl_lastreview: dayFromNow(0), shl_nextreview: dayFromNow(90) }),
  },
  {
    id: "behind",
    shows: ["versionBehind"],
    wrong: "The plan expects version 1.2 of Harbour Buoys.",
    remedy: "brings it",
    make: (ward) => void plan(ward, "HarbourBuoys", { shl_expectedversion: "1.2.0.0" }),
    heal: (ward) => ward.install({ name: "HarbourBuoys", title: "Harbour Buoys", version: "1.2.0.0" }),
  },
  {
    id: "other-way",
    shows: ["wayDiffers"],
    wrong: "Harbour Survey is to be upgraded; its last release came as an update.",
    remedy: "upgrades it",
    make(ward) {
      ward.daysAgo(27);
      ward.install({ name: "HarbourSurvey", title: "Harbour Survey", version: "1.0.0.0" });
      ward.daysAgo(6);
      ward.install({ name: "HarbourSurvey", title: "Harbour Survey", version: "1.1.0.0" });
      plan(ward, "HarbourSurvey", { shl_releaseway: BY_UPGRADE });
    },
    heal: (ward) => ward.upgrade({ name: "HarbourSurvey", title: "Harbour Survey", version: "1.2.0.0" }),
  },
  {
    id: "planner-left",
    shows: ["planOwnerDisabled"],
    wrong: "Whoever is to look after Harbour Charts has left.",
    remedy: "gives the plan to somebody who is there",
    make: (ward) => void plan(ward, "HarbourCharts", {}, ward.callerNamed(ward.departed)),
    heal: (ward) => changePlan(ward, "HarbourCharts", { _ownerid_value: ward.caller.userId }),
  },
  {
    id: "unplanned",
    shows: ["planMissing"],
    wrong: "Most solutions have no plan.",
    remedy: "writes one for each",
    heal(ward) {
      const planned = new Set(ward.environment.rowsOf(PLAN).map((row) => row.shl_name));
      const bases = ward.environment.state.solutions.filter(
        ({ managed, visible, parentId, publisherId }) =>
          managed && visible && parentId === null && publisherId !== MICROSOFT_PUBLISHER_ID,
      );
      for (const { uniqueName } of bases) {
        if (!planned.has(uniqueName)) plan(ward, uniqueName, { shl_nextreview: dayFromNow(90) });
      }
    },
  },
];
