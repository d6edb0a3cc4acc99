import { DataverseError } from "../errors";

/**
 * Somebody else was faster: the row has another version than the one that was read, or is there already. Both answer
 * with 412 ([D] "Perform conditional operations using the Web API").
 */
export const isConflict = (error: unknown): boolean => error instanceof DataverseError && error.status === 412;

/** The row is not there any more: somebody else deleted it. */
export const isGone = (error: unknown): boolean => error instanceof DataverseError && error.kind === "notFound";
