import { PackageError } from "../../../SolutionHealth/package/errors";
import type { SolutionPackage } from "../../../SolutionHealth/package/model";
import { readPackage } from "../../../SolutionHealth/package/readPackage";
import { unreadablePackage } from "./packagingFailure";

/**
 * Reads a package for a verb that needs a sound one.
 * @throws PipelineError with the code of the PackageError.
 */
export function readSolutionPackage(bytes: Uint8Array): SolutionPackage {
  try {
    return readPackage(bytes);
  } catch (cause) {
    throw cause instanceof PackageError ? unreadablePackage(cause) : cause;
  }
}
