import type { Ailment } from "./ailment";

/** Staged upgrades that nobody has finished. */
export const upgrades: readonly Ailment[] = [
  {
    id: "left-over",
    shows: ["upgradeLeftOver"],
    wrong: "A staged upgrade of Harbour Weather was overtaken and cannot be applied any more.",
    remedy: "uninstalls HarbourWeather_Upgrade",
    make(ward) {
      ward.daysAgo(39);
      ward.install({ name: "HarbourWeather", title: "Harbour Weather", version: "1.0.0.0" });
      ward.daysAgo(17);
      ward.stage({ name: "HarbourWeather", title: "Harbour Weather", version: "1.1.0.0" });
      ward.daysAgo(16);
      ward.install({ name: "HarbourWeather", title: "Harbour Weather", version: "1.2.0.0" });
    },
    heal: (ward) => ward.uninstall("HarbourWeather_Upgrade"),
  },
  {
    id: "waiting",
    shows: ["upgradeWaiting"],
    wrong: "An upgrade of Harbour Traffic was staged and never applied.",
    remedy: "applies it",
    make(ward) {
      ward.daysAgo(38);
      ward.install({ name: "HarbourTraffic", title: "Harbour Traffic", version: "1.0.0.0" });
      ward.daysAgo(15);
      ward.stage({ name: "HarbourTraffic", title: "Harbour Traffic", version: "1.1.0.0" });
    },
    heal: (ward) => ward.apply("HarbourTraffic"),
  },
  {
    id: "without-base",
    shows: ["upgradeWithoutBase"],
    wrong: "HarbourLights_Upgrade is there, and nothing that it would upgrade.",
    remedy: "uninstalls it",
    make(ward) {
      ward.daysAgo(37);
      ward.install({ name: "HarbourLights_Upgrade", title: "Harbour Lights", version: "1.1.0.0" });
    },
    heal: (ward) => ward.uninstall("HarbourLights_Upgrade"),
  },
];
