/** How taking solutions back answers: what no source confirms (the fact sheet marks it [?]). */
export interface UninstallHabits {
  /** Whether `RetrieveDependenciesForUninstall` takes a patch's name; with metadata it takes its id alike (§14.8). */
  readonly dependenciesOfPatch: "rows" | "refused";
  /** Whether `UninstallSolutionAsync` is there. Where it is not, deleting the row is what remains (§6.5). */
  readonly uninstallAction: "accepted" | "unknown";
  /**
   * Option values of the history: as documented, or as two clients have them (§5.1). Formatted values are the same
   * either way, and are to be believed.
   */
  readonly historyCodes: "documented" | "other";
  /** How old the counts of `RetrieveTotalRecordCount` may be, in milliseconds; the platform's are up to 24 h (§16). */
  readonly recordCountAge: number;
}

export const defaultUninstallHabits: UninstallHabits = {
  dependenciesOfPatch: "rows",
  uninstallAction: "accepted",
  historyCodes: "documented",
  recordCountAge: 0,
};
