import { join } from "node:path";
import { PackageError } from "../../../SolutionHealth/package/errors";
import type { XmlElement } from "../../../SolutionHealth/domain/xml/element";
import { parseXml } from "../../../SolutionHealth/package/xml";
import { decodeXml } from "../../../SolutionHealth/package/xmlBytes";
import { ExitCode, PipelineError } from "../errors";
import { readSourceFile, requireFolder } from "../files/readSource";

/** What the name of the packages depends on. */
export interface SourceSolution {
  readonly uniqueName: string;
  /** Kinds of package that the folder's `<Managed>` allows: 0 unmanaged, 1 managed, 2 both (fact sheet §13.1). */
  readonly managed: readonly boolean[];
}

const KINDS: Readonly<Record<string, readonly boolean[]>> = { "0": [false], "1": [true], "2": [true, false] };

/**
 * Reads the manifest of a source folder.
 * @throws PipelineError `sourceMissing`, `sourceUnreadable`, `notSolutionFolder`.
 */
export async function readSourceSolution(folder: string): Promise<SourceSolution> {
  await requireFolder(folder);
  const file = join(folder, "Other", "Solution.xml");
  const manifest = parseManifest(await readSourceFile(file), file);
  const uniqueName = manifest?.childText("UniqueName");
  const managed = KINDS[manifest?.childText("Managed") ?? ""];
  // The name becomes a file name: nothing but what the platform allows gets that far.
  if (uniqueName === undefined || !/^\w+$/.test(uniqueName) || managed === undefined) {
    throw notSolutionFolder(file, "it names no solution, or no kind of package");
  }
  return { uniqueName, managed };
}

function parseManifest(bytes: Uint8Array, file: string): XmlElement | undefined {
  try {
    return parseXml(decodeXml(bytes, file), file).child("SolutionManifest");
  } catch (cause) {
    if (cause instanceof PackageError) {
      throw notSolutionFolder(cause.place ?? file, cause.message, cause);
    }
    throw cause;
  }
}

function notSolutionFolder(place: string, reason: string, cause?: unknown): PipelineError {
  return new PipelineError({
    code: "notSolutionFolder",
    message: `${place} is not the manifest of a solution: ${reason}.`,
    whatToDo: "Give a folder in the layout of SolutionPackager: Other/Solution.xml, Other/Customizations.xml, ….",
    exitCode: ExitCode.input,
    cause,
  });
}
