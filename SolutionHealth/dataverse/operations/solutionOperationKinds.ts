/** Solution operations that run as jobs. */
export type SolutionOperationKind = "import" | "upgrade" | "applyUpgrade" | "uninstall";

/** Type and message of each (fact sheet §5.4). Imports were seen with the general type 54, so the message counts too. */
export const SOLUTION_OPERATIONS: readonly (readonly [type: number, message: string, kind: SolutionOperationKind])[] = [
  [203, "ImportSolutionAsync", "import"],
  [207, "DeleteAndPromoteAsync", "applyUpgrade"],
  [208, "UninstallSolutionAsync", "uninstall"],
  [211, "StageAndUpgradeAsync", "upgrade"],
];
