import type { EnvironmentState, StoredSolution } from "../../store/model";
import type { Ailment } from "./ailment";

const CRANE_PATCHES = [1, 2, 3, 4, 5, 6].map((number) => `HarbourCranes_Patch_0${number}`);

/** @throws Error where the story and the state have come apart */
export function solutionIn(state: EnvironmentState, uniqueName: string): StoredSolution {
  const found = state.solutions.find((solution) => solution.uniqueName === uniqueName);
  if (!found) throw new Error(`${uniqueName} is not in the state.`);
  return found;
}

/** Patches, most of them as only an environment that was copied about has them. */
export const patches: readonly Ailment[] = [
  {
    id: "patches",
    shows: ["patchesPilingUp", "patchOutOfOrder", "patchVersionMismatch"],
    wrong: "Harbour Cranes has six patches, one of them out of order, one made for another version.",
    remedy: "upgrades Harbour Cranes to 1.2, which rolls all of them up",
    make(ward) {
      ward.daysAgo(36);
      ward.install({ name: "HarbourCranes", title: "Harbour Cranes", version: "1.0.0.0" });
      for (const [index, name] of CRANE_PATCHES.entries()) {
        ward.daysAgo(30 - index);
        ward.install({ name, title: `Harbour Cranes, patch ${index + 1}`, version: `1.0.${index + 1}.0` });
      }
    },
    restore(state) {
      const [second, third] = CRANE_PATCHES.slice(1, 3).map((name) => solutionIn(state, name));
      const last = solutionIn(state, CRANE_PATCHES[5] ?? "");
      if (!second || !third) return;
      [second.installedOn, third.installedOn] = [third.installedOn, second.installedOn];
      last.version = "1.1.6.0";
    },
    heal: (ward) => ward.upgrade({ name: "HarbourCranes", title: "Harbour Cranes", version: "1.2.0.0" }),
  },
  {
    id: "superseded",
    shows: ["patchSuperseded"],
    wrong: "The patch of Harbour Docks is older than Harbour Docks itself.",
    remedy: "uninstalls the patch",
    make(ward) {
      ward.daysAgo(35);
      ward.install({ name: "HarbourDocks", title: "Harbour Docks", version: "1.0.0.0" });
      ward.daysAgo(14);
      ward.install({ name: "HarbourDocks_Patch_0a", title: "Harbour Docks, patch", version: "1.0.1.0" });
    },
    restore(state) {
      solutionIn(state, "HarbourDocks").version = "1.0.5.0";
    },
    heal: (ward) => ward.uninstall("HarbourDocks_Patch_0a"),
  },
  {
    id: "orphaned",
    shows: ["patchOrphaned"],
    wrong: "A patch of Harbour Ferries is there without Harbour Ferries.",
    remedy: "uninstalls the patch",
    make(ward) {
      ward.daysAgo(34);
      ward.install({ name: "HarbourFerries", title: "Harbour Ferries", version: "1.0.0.0" });
      ward.daysAgo(13);
      ward.install({ name: "HarbourFerries_Patch_0b", title: "Harbour Ferries, patch", version: "1.0.1.0" });
    },
    restore(state) {
      const base = solutionIn(state, "HarbourFerries");
      solutionIn(state, "HarbourFerries_Patch_0b").parentId = null;
      state.solutions = state.solutions.filter((solution) => solution !== base);
    },
    heal: (ward) => ward.uninstall("HarbourFerries_Patch_0b"),
  },
  {
    id: "locked",
    shows: ["baseLocked"],
    wrong: "The unmanaged Harbour Workshop has a patch, so it can be neither edited nor exported.",
    remedy: "deletes the patch",
    make(ward) {
      ward.daysAgo(33);
      ward.install({ name: "HarbourWorkshop", title: "Harbour Workshop", version: "1.0.0.0", managed: false });
      ward.install({
        name: "HarbourWorkshop_Patch_0c",
        title: "Harbour Workshop, patch",
        version: "1.0.1.0",
        managed: false,
      });
    },
    heal: (ward) => ward.uninstall("HarbourWorkshop_Patch_0c"),
  },
  {
    id: "unmanaged",
    shows: ["unmanagedSolution"],
    wrong: "Harbour Workshop is unmanaged, in production.",
    remedy: "deletes it: what was built there comes again as a managed solution",
    heal: (ward) => ward.uninstall("HarbourWorkshop"),
  },
];
