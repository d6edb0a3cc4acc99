import { DataverseError, type DataverseErrorKind } from "./errors";
import { isRow, rowOf, textOf } from "./wire";

/** An answer of the server, whether it came alone or as a part of a batch. */
export interface Answer {
  readonly status: number;
  readonly header: (name: string) => string | undefined;
  readonly body: string;
}

/** "Cannot start another operation": HTTP 429, yet no throttling (fact sheet §6.8). */
const CUSTOMIZATION_LOCK = "0x80071151";
const PRIVILEGE_MISSING = "0x80040220";
const RECORD_NOT_FOUND = "0x80040217";

const KIND_BY_CODE: ReadonlyMap<string, DataverseErrorKind> = new Map([
  [CUSTOMIZATION_LOCK, "locked"],
  [PRIVILEGE_MISSING, "forbidden"],
  [RECORD_NOT_FOUND, "notFound"],
  ["0x80072321", "throttled"],
  ["0x80072322", "throttled"],
  ["0x80072326", "throttled"],
]);

const KIND_BY_STATUS: ReadonlyMap<number, DataverseErrorKind> = new Map([
  // A redirect that a browser was told not to follow.
  [0, "signedOut"],
  [401, "signedOut"],
  [403, "forbidden"],
  [404, "notFound"],
  // Conditions of a write that do not hold any more.
  [412, "conflict"],
  [429, "throttled"],
]);

/**
 * The answer, when it is a good one.
 * @param now milliseconds since 1970, for a `Retry-After` that is a date
 * @throws DataverseError for every other status
 */
export function successOf(answer: Answer, now: number): Answer {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw toDataverseError(answer, now);
}

/**
 * Body of a successful answer as JSON; undefined for one without a body (204).
 * @throws DataverseError: "signedOut" when a page came instead of data, "unreadable" for anything else.
 */
export function readJson(answer: Answer): unknown {
  if (answer.body === "") return undefined;
  try {
    return JSON.parse(answer.body) as unknown;
  } catch (cause) {
    // A page in place of data, with a status of success, is the sign-in page of an ended session.
    const kind = looksLikeHtml(answer.body) ? "signedOut" : "unreadable";
    throw new DataverseError(kind, "The answer is not JSON.", { ...evidence(answer), cause });
  }
}

/**
 * The error that an unsuccessful answer means. Error bodies are not dependable (fact sheet §10): the code may be
 * empty, the body a page of a gateway, the annotations absent.
 */
function toDataverseError(answer: Answer, now: number): DataverseError {
  const { code, text } = readErrorBody(answer.body);
  const kind = kindOf(answer.status, code);
  const privilege = kind === "forbidden" ? /\bprv[A-Za-z0-9_]+/.exec(text ?? "")?.[0] : undefined;
  const retryAfter = parseRetryAfter(answer.header("Retry-After"), now);
  return new DataverseError(kind, `The server answered with status ${answer.status}${code ? ` (${code})` : ""}.`, {
    ...evidence(answer),
    ...(code !== undefined && { code }),
    ...(text !== undefined && { serverText: text }),
    ...(privilege !== undefined && { privilege }),
    ...(retryAfter !== undefined && { retryAfter }),
  });
}

/** Seconds of a `Retry-After` header, which HTTP allows as a number of seconds or as a date. */
function parseRetryAfter(value: string | undefined, now: number): number | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return Math.max(0, seconds);
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}

function kindOf(status: number, code: string | undefined): DataverseErrorKind {
  const known = KIND_BY_CODE.get(code?.toLowerCase() ?? "") ?? KIND_BY_STATUS.get(status);
  if (known !== undefined) return known;
  // Redirects are not followed: the only place the platform redirects a data request to is the sign-in page.
  if (status >= 300 && status < 400) return "signedOut";
  return status >= 400 && status < 500 ? "badRequest" : "server";
}

function evidence(answer: Answer): { status: number; activityId?: string } {
  const activityId = answer.header("x-ms-service-request-id") ?? answer.header("REQ_ID");
  return { status: answer.status, ...(activityId !== undefined && { activityId }) };
}

interface ErrorBody {
  readonly code?: string;
  readonly text?: string;
}

function readErrorBody(body: string): ErrorBody {
  if (looksLikeHtml(body)) return withText(/<title[^>]*>([^<]*)<\/title>/i.exec(body)?.[1]);
  try {
    const parsed: unknown = JSON.parse(body);
    const error = isRow(parsed) ? rowOf(parsed, "error") : undefined;
    if (error === undefined) return {};
    const code = textOf(error, "code");
    return { ...withText(textOf(error, "message")), ...(code !== undefined && { code }) };
  } catch {
    // Neither JSON nor a page: the text itself is all the evidence there is.
    return withText(body);
  }
}

function withText(text: string | undefined): ErrorBody {
  const trimmed = text?.trim();
  return trimmed ? { text: trimmed } : {};
}

const looksLikeHtml = (body: string): boolean => body.trimStart().startsWith("<");
