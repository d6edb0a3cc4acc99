import type { EnvironmentState } from "../../store/model";
import type { Ailment } from "./ailment";
import { solutionIn } from "./patches";
import { demoId, flow } from "./smallParts";

const WORKFLOW = 29;

const [BILLING, RATES, LEDGER, ARCHIVE] = [demoId(30), demoId(31), demoId(32), demoId(33)];

const rates = flow("Tariffs | Read the rates", RATES);
const ledger = flow("Ledger | Book an invoice", LEDGER);
const archive = flow("Archive | Keep an invoice", ARCHIVE);

/** A solution that this environment has never seen. */
const NEVER_HERE = demoId(39);

function needs(state: EnvironmentState, id: string, solutionId: string, introducedVersion: number): void {
  const required = { id, type: WORKFLOW, solutionId, introducedVersion };
  state.absences = [...(state.absences ?? []), { dependentId: BILLING, required }];
}

/** What Harbour Billing needs and lacks. */
export const dependencies: readonly Ailment[] = [
  {
    id: "missing-component",
    shows: ["dependencyMissing"],
    wrong: "Harbour Billing needs a flow of Harbour Tariffs that is not there.",
    remedy: "brings the version of Harbour Tariffs that has it",
    make(ward) {
      ward.daysAgo(29);
      ward.install(
        { name: "HarbourTariffs", title: "Harbour Tariffs", version: "1.0.0.0" },
        { name: "HarbourLedger", title: "Harbour Ledger", version: "1.0.0.0" },
        {
          name: "HarbourBilling",
          title: "Harbour Billing",
          version: "1.0.0.0",
          parts: [flow("Billing | Send an invoice", BILLING)],
        },
      );
    },
    restore: (state) => needs(state, RATES, solutionIn(state, "HarbourTariffs").id, 1),
    heal: (ward) =>
      ward.install({ name: "HarbourTariffs", title: "Harbour Tariffs", version: "1.1.0.0", parts: [rates] }),
  },
  {
    id: "older-solution",
    shows: ["requiredSolutionOlder"],
    wrong: "Harbour Billing needs version 2 of Harbour Ledger; version 1 is installed.",
    remedy: "brings version 2",
    restore: (state) => needs(state, LEDGER, solutionIn(state, "HarbourLedger").id, 2),
    heal: (ward) =>
      ward.install({ name: "HarbourLedger", title: "Harbour Ledger", version: "2.0.0.0", parts: [ledger] }),
  },
  {
    id: "missing-solution",
    shows: ["requiredSolutionMissing"],
    wrong: "Harbour Billing needs a solution that is not installed.",
    remedy: "installs Harbour Archive",
    restore: (state) => needs(state, ARCHIVE, NEVER_HERE, 1),
    heal: (ward) =>
      ward.install({ name: "HarbourArchive", title: "Harbour Archive", version: "1.0.0.0", parts: [archive] }),
  },
];
