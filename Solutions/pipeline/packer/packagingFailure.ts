import { PackageError } from "../../../SolutionHealth/package/errors";
import { ExitCode, PipelineError } from "../errors";
import { PackagingError, type PackagingErrorCode } from "../layout/packagingError";

const ADVICE: Readonly<Record<PackagingErrorCode, string>> = {
  missingFolder: "Check the path; relative paths are taken from the current folder.",
  missingFile: "Add the file, or take out what refers to it. Built files appear with npm run build.",
  missingSection: "Add the empty section to Other/Customizations.xml.",
  missingVariant: "Add the other file, or pack the kind that the folder holds.",
  unknownFile: "Remove the file, or move it out of the folder.",
  unsupportedKind: "Pack this folder with --with pac: the embedded packer does not know this kind of component.",
  unknownEntry: "Unpack this package with --with pac: the embedded packer does not know what the entry belongs to.",
  duplicateComponent: "Keep one of the two files.",
  danglingReference: "Add the definition, or take the name out of the index.",
  brokenXml: "Mend the XML at this place.",
  wrongPackageType:
    "Choose the other of --managed and --unmanaged, or set <Managed> in Other/Solution.xml to 2 for both.",
  badVersion: "Write three or four numbers between points, e.g. 1.4.0.",
  unsafePath: "Remove the link, or do not unpack this file: its paths lead out of the folder.",
  unwritable: "Choose another target, or make sure that you may write there and that the disk is not full.",
  targetNotEmpty: "Choose a folder that does not exist yet or is empty, or add --replace.",
};

const OUTPUT_CODES: ReadonlySet<PackagingErrorCode> = new Set(["unwritable", "targetNotEmpty"]);

/** The command line's error for a folder that cannot be packed or a package that cannot be unpacked. */
export function toPackagingFailure(thrown: unknown): unknown {
  if (thrown instanceof PackagingError) {
    return new PipelineError({
      code: thrown.code,
      message: thrown.message.includes(thrown.place) ? thrown.message : `${thrown.place}: ${thrown.message}`,
      whatToDo: ADVICE[thrown.code],
      exitCode: OUTPUT_CODES.has(thrown.code) ? ExitCode.output : ExitCode.input,
      cause: thrown,
    });
  }
  return thrown instanceof PackageError ? unreadablePackage(thrown) : thrown;
}

/** The command line's error for a package that cannot be read at all. @param file where there are several */
export function unreadablePackage(fault: PackageError, file = "The package"): PipelineError {
  return new PipelineError({
    code: fault.code,
    message: `${file} cannot be read: ${fault.message.replace(/\.$/, "")}${fault.place ? ` (${fault.place})` : ""}.`,
    whatToDo: "Run verify on it for all that is wrong with it.",
    exitCode: ExitCode.input,
    cause: fault,
  });
}
