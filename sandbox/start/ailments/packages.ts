import type { Ailment } from "./ailment";
import { solutionIn } from "./patches";

/** What becomes of a package elsewhere. */
export const packages: readonly Ailment[] = [
  {
    id: "too-new",
    shows: ["packageNewer"],
    wrong: "Harbour Sonar was made for a newer platform than this one.",
    remedy: "brings a version that was made for this one",
    make(ward) {
      ward.daysAgo(32);
      ward.install({ name: "HarbourSonar", title: "Harbour Sonar", version: "1.0.0.0" });
    },
    restore(state) {
      solutionIn(state, "HarbourSonar").packageVersion = "9.9";
    },
    heal: (ward) => ward.install({ name: "HarbourSonar", title: "Harbour Sonar", version: "1.1.0.0" }),
  },
  {
    id: "too-old",
    shows: ["packageTooOld"],
    wrong: "The package of Harbour Telegraph is of 2011 and could not come again.",
    remedy: "brings a version that was exported anew",
    make(ward) {
      ward.daysAgo(31);
      ward.install({ name: "HarbourTelegraph", title: "Harbour Telegraph", version: "1.0.0.0" });
    },
    restore(state) {
      solutionIn(state, "HarbourTelegraph").packageVersion = "5.0";
    },
    heal: (ward) => ward.install({ name: "HarbourTelegraph", title: "Harbour Telegraph", version: "1.1.0.0" }),
  },
  {
    id: "default-publisher",
    shows: ["defaultPublisher"],
    wrong: "Quick Fixes has the publisher that some environment made for itself.",
    remedy: "uninstalls it and brings the same under a publisher of one's own",
    make(ward) {
      ward.daysAgo(30);
      const publisher = { name: "Cr4f1c2", title: "CDS Default Publisher", prefix: "cr4f1" };
      ward.install({ name: "QuickFixes", title: "Quick Fixes", version: "1.0.0.0", publisher });
    },
    heal(ward) {
      ward.uninstall("QuickFixes");
      ward.install({ name: "HarbourFixes", title: "Harbour Fixes", version: "1.0.0.0" });
    },
  },
];
