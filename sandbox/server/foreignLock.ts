import type { ForeignOperation } from "../engine/contract";
import type { Job } from "./jobs";

/** Something that holds the customization lock and was not asked for by whoever is signed in. */
export interface ForeignLock {
  /** Bracketed word of 0x80071151: Import, Uninstall, EntityCustomization, PublishAll, … */
  readonly lockName: string;
  /** Milliseconds; undefined = until it is released. */
  readonly duration?: number;
  /** What the history says of it; only solution operations are there. */
  readonly history?: ForeignOperation;
}

/** Names of the rows in `asyncoperations`, as documented (fact sheet §5.4). */
const DESCRIPTIONS: Readonly<Record<string, Pick<Job, "messageName" | "name" | "operationType">>> = {
  Import: { messageName: "ImportSolutionAsync", name: "ImportSolution", operationType: 203 },
  Uninstall: { messageName: "UninstallSolutionAsync", name: "UninstallSolution", operationType: 208 },
  PublishAll: { messageName: "PublishAllXmlAsync", name: "PublishAllXml", operationType: 204 },
};

/** The job of a foreign operation: it shows itself as any other, and changes nothing. */
export function foreignJob({ lockName, history }: ForeignLock, conclude: Job["run"]): Job {
  return {
    ...(DESCRIPTIONS[lockName] ?? { messageName: lockName, name: lockName, operationType: 54 }),
    lockName,
    ...(history ? { announced: { kind: "foreign", ...history } as const } : {}),
    run: conclude,
  };
}
