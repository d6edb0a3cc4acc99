import type { PackageManifest } from "../../../SolutionHealth/package/model";
import { ExitCode, PipelineError } from "../errors";

/** The three ways of importing over an installed solution (fact sheet §8.3). */
export const IMPORT_WAYS = ["update", "upgrade", "stage"] as const;
export type ImportWay = (typeof IMPORT_WAYS)[number];

/**
 * Refuses what the platform would refuse after minutes: patches and unmanaged packages only ever update (§6.4).
 * @throws PipelineError `importWay`.
 */
export function refuseImpossibleWay(way: ImportWay, { managed, uniqueName, parentSolution }: PackageManifest): void {
  const patch = parentSolution !== undefined || /_patch_[0-9a-f]+$/i.test(uniqueName);
  if (way === "update" || (managed && !patch)) {
    return;
  }
  throw new PipelineError({
    code: "importWay",
    message: `${uniqueName} is ${patch ? "a patch" : "unmanaged"}: it cannot be imported as ${way}.`,
    whatToDo: "Import it with --as update.",
    exitCode: ExitCode.usage,
  });
}
