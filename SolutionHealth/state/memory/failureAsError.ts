import { DataverseError } from "../../dataverse/errors";
import type { Failure } from "../model";

/** The error that a failure was made of, for ports that throw. */
export function failureAsError({ kind, retryable: _retryable, ...facts }: Failure): DataverseError {
  return new DataverseError(kind, facts.serverText ?? kind, facts);
}
