import { PlatformFault } from "../engine/fault";
import { includesAnnotation, parsePrefer } from "../odata/prefer";
import type { Row } from "../store/model";
import { RetryFault } from "./retryFault";
import type { WebAnswer } from "./webRequest";
import { jsonAnswer } from "./webRequest";

const DETAILS = "Microsoft.PowerApps.CDS.";

function annotations(code: string, message: string, patterns: readonly string[]): Row {
  const number = code.replace(/^0x/i, "");
  const all: Row = {
    [`@${DETAILS}ErrorDetails.OperationStatus`]: "0",
    [`@${DETAILS}ErrorDetails.SubErrorCode`]: "0",
    [`@${DETAILS}HelpLink`]: `http://go.microsoft.com/fwlink/?LinkID=398563&error=Microsoft.Crm.CrmException%3a${number}&client=platform`,
    [`@${DETAILS}TraceText`]: "",
    [`@${DETAILS}InnerError.Message`]: message,
  };
  return Object.fromEntries(Object.entries(all).filter(([name]) => includesAnnotation(patterns, name.slice(1))));
}

/** The error body of the Web API; its annotations only where the request asked for them (fact sheet §10). */
export function faultAnswer(error: unknown, prefer?: string): WebAnswer {
  const known = error instanceof PlatformFault;
  const code = known ? error.code : "0x80040216";
  const message = error instanceof Error ? error.message : "An unexpected error occurred.";
  const wait = error instanceof RetryFault ? error.retryAfter : undefined;
  const headers: Record<string, string> = wait === undefined ? {} : { "Retry-After": String(wait) };
  const details = annotations(code, message, parsePrefer(prefer).annotations);
  return jsonAnswer({ error: { code, message, ...details } }, known ? error.status : 500, headers);
}
