import type { Guid } from "../../../SolutionHealth/domain/model/guid";
import type { EnvironmentState } from "../../store/model";
import type { Ailment } from "./ailment";
import { demoId } from "./smallParts";

/** Made for a platform that this environment is not yet: refused. */
const TOO_NEW = "9.9";

const [RUNNING, STUCK] = [demoId(901), demoId(902)];

const foreign = (uniqueName: string, version: string) =>
  ({ kind: "foreign", operation: "import", uniqueName, version, publisherName: "Harbour Office" }) as const;

function goesOnElsewhere(state: EnvironmentState, activityId: Guid): void {
  state.elsewhere = [...(state.elsewhere ?? []), activityId];
}

/** What the history tells. */
export const operations: readonly Ailment[] = [
  {
    id: "failed",
    shows: ["lastOperationFailed"],
    wrong: "The last releases of Alder Bay Permits' patch and of Harbour Pilots failed.",
    remedy: "brings the next version of each, which goes through",
    make(ward) {
      ward.daysAgo(44);
      ward.install({ name: "HarbourPilots", title: "Harbour Pilots", version: "1.0.0.0" });
      ward.daysAgo(3);
      ward.failToInstall({ name: "HarbourPilots", title: "Harbour Pilots", version: "1.1.0.0", madeFor: TOO_NEW });
    },
    async heal(ward) {
      ward.install({ name: "HarbourPilots", title: "Harbour Pilots", version: "1.2.0.0" });
      await ward.installDemo("Patch", "1.0.2.0");
    },
  },
  {
    id: "failed-lately",
    shows: ["failedRecently"],
    wrong: "An import of Harbour Buoys failed some days ago, although the next one went well.",
    remedy: "lets time pass: nothing else takes a failure out of the history",
    make(ward) {
      ward.daysAgo(43);
      ward.install({ name: "HarbourBuoys", title: "Harbour Buoys", version: "1.0.0.0" });
      ward.daysAgo(9);
      ward.failToInstall({ name: "HarbourBuoys", title: "Harbour Buoys", version: "1.1.0.0", madeFor: TOO_NEW });
      ward.daysAgo(8);
      ward.install({ name: "HarbourBuoys", title: "Harbour Buoys", version: "1.1.0.0" });
    },
    heal: (ward) => ward.letTimePass("HarbourBuoys", "HarbourPilots", "AlderBayPermits_Patch_6b21f0c4"),
  },
  {
    id: "running",
    shows: ["operationRunning"],
    wrong: "Somebody else's import of Harbour Tides is running.",
    remedy: "waits until it has ended",
    make(ward) {
      ward.daysAgo(0.003);
      ward.environment.announce(foreign("HarbourTides", "2.0.0.0"), ward.callerNamed(ward.caller.userId, RUNNING));
    },
    restore: (state) => goesOnElsewhere(state, RUNNING),
    heal: (ward) => ward.environment.conclude(RUNNING),
  },
  {
    id: "stuck",
    shows: ["operationStuck"],
    wrong: "An import of Harbour Locks has been running for seven hours.",
    remedy: "asks Microsoft's support, who end it",
    make(ward) {
      ward.daysAgo(0.3);
      ward.environment.announce(foreign("HarbourLocks", "3.1.0.0"), ward.callerNamed(ward.caller.userId, STUCK));
    },
    restore: (state) => goesOnElsewhere(state, STUCK),
    heal: (ward) => ward.environment.conclude(STUCK),
  },
  {
    id: "reinstalled",
    shows: ["reinstalled"],
    wrong: "Harbour Charts was uninstalled and installed again: its data went with it.",
    remedy: "lets time pass: what is lost comes back from a backup only",
    make(ward) {
      const charts = { name: "HarbourCharts", title: "Harbour Charts", version: "1.0.0.0" };
      ward.daysAgo(42);
      ward.install(charts);
      ward.daysAgo(21);
      ward.uninstall("HarbourCharts");
      ward.daysAgo(20);
      ward.install(charts);
    },
    heal: (ward) => ward.letTimePass("HarbourCharts"),
  },
  {
    id: "lowered",
    shows: ["versionLowered"],
    wrong: "Version 1.1 of Harbour Radio was imported over 1.2.",
    remedy: "brings version 1.3 and lets time pass",
    make(ward) {
      ward.daysAgo(41);
      ward.install({ name: "HarbourRadio", title: "Harbour Radio", version: "1.2.0.0" });
      ward.daysAgo(19);
      ward.install({ name: "HarbourRadio", title: "Harbour Radio", version: "1.1.0.0" });
    },
    heal(ward) {
      ward.letTimePass("HarbourRadio");
      ward.install({ name: "HarbourRadio", title: "Harbour Radio", version: "1.3.0.0" });
    },
  },
  {
    id: "repeated",
    shows: ["versionRepeated"],
    wrong: "Two packages of Harbour Lamps came with the same version.",
    remedy: "brings version 1.1, so that the number says again what is installed, and lets time pass",
    make(ward) {
      ward.daysAgo(40);
      ward.install({ name: "HarbourLamps", title: "Harbour Lamps", version: "1.0.0.0" });
      ward.daysAgo(18);
      ward.install({ name: "HarbourLamps", title: "Harbour Lamps", version: "1.0.0.0" });
    },
    heal(ward) {
      ward.letTimePass("HarbourLamps");
      ward.install({ name: "HarbourLamps", title: "Harbour Lamps", version: "1.1.0.0" });
    },
  },
];
