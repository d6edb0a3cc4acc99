import type { SolutionOperation } from "../../SolutionHealth/domain/model/operation";
import type { InstalledSolution } from "../../SolutionHealth/domain/model/solution";

/** A managed, visible solution; its id is its unique name, unless told otherwise. */
export const solution = (uniqueName: string, change: Partial<InstalledSolution> = {}): InstalledSolution => ({
  id: uniqueName,
  uniqueName,
  displayName: uniqueName,
  version: "1.0.0.0",
  managed: true,
  visible: true,
  publisher: { id: "p", uniqueName: "contoso", displayName: "Contoso", prefix: "cts" },
  ...change,
});

export const operation = (uniqueName: string, change: Partial<SolutionOperation> = {}): SolutionOperation => ({
  id: `${uniqueName} ${change.startedOn?.getTime() ?? ""}`,
  solutionUniqueName: uniqueName,
  solutionName: uniqueName,
  version: "1.0.0.0",
  publisherName: "Contoso",
  operation: "Import",
  suboperation: "Update",
  status: "completed",
  result: "succeeded",
  ...change,
});

export const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
