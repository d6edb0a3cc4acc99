import type { NotKnown } from "../../domain/rollbacks/rollbackFacts";
import { present } from "../../domain/present";
import type { DataverseError } from "../errors";

/** An error as the reason why something is not known. */
export function toNotKnown({ kind, code, serverText, message }: DataverseError): NotKnown {
  const reason = kind === "cancelled" ? "cancelled" : kind === "unreadable" ? "unreadable" : "notRead";
  return { reason, text: serverText ?? message, ...present({ code }) };
}
