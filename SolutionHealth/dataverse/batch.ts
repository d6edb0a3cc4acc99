import type { Answer } from "./answer";
import { DataverseError } from "./errors";

/** Needs no randomness: a boundary must only not occur in the parts, and an encoded address holds no "--". */
const BOUNDARY = "batch_one_read";

export const BATCH_CONTENT_TYPE = `multipart/mixed; boundary=${BOUNDARY}`;

const LINE = "\r\n";

/**
 * Body of a `$batch` that carries GETs: inside a part an address may be up to 64 KB, while alone it fails somewhere
 * above 2,000 characters (fact sheet §10).
 * @param urls absolute, already encoded; at most 1,000
 */
export function writeBatch(urls: readonly string[], headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const parts = urls.flatMap((url) => [
    `--${BOUNDARY}`,
    "Content-Type: application/http",
    "Content-Transfer-Encoding: binary",
    "",
    `GET ${url} HTTP/1.1`,
    ...lines,
    "",
    "",
  ]);
  return [...parts, `--${BOUNDARY}--`, ""].join(LINE);
}

export const isBatchAnswer = (answer: Answer): boolean =>
  /^multipart\/mixed/i.test(answer.header("Content-Type") ?? "");

/**
 * The answers in a batch answer, in the order of the requests.
 * @throws DataverseError "unreadable" when the body is not such an answer
 */
export function parseBatch(answer: Answer): Answer[] {
  const contentType = answer.header("Content-Type") ?? "";
  const boundary = /boundary="?([^";]+)"?/i.exec(contentType)?.[1];
  if (boundary === undefined) throw unreadable(answer);
  // The line break before a boundary belongs to the boundary, hence the one put in front of the first.
  const parts = `${LINE}${answer.body.replace(/\r?\n/g, LINE)}`.split(`${LINE}--${boundary}`);
  return parts
    .slice(1)
    .filter((part) => !part.startsWith("--"))
    .map((part) => parsePart(part, answer));
}

function parsePart(part: string, whole: Answer): Answer {
  const [, afterPartHeaders] = cut(part, LINE + LINE);
  const [head, body] = cut(afterPartHeaders, LINE + LINE);
  const [statusLine = "", ...headerLines] = head.split(LINE);
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(statusLine)?.[1];
  if (status === undefined) throw unreadable(whole);
  const headers = new Map(
    headerLines.map((line) => cut(line, ":")).map(([n, v]) => [n.trim().toLowerCase(), v.trim()]),
  );
  return { status: Number(status), header: (name) => headers.get(name.toLowerCase()), body: body.trim() };
}

function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + separator.length)];
}

function unreadable(answer: Answer): DataverseError {
  return new DataverseError("unreadable", "The answer to a batch is not a batch answer.", { status: answer.status });
}
