import { syntaxFault } from "./syntaxFault";

/** One HTTP request inside a batch. */
export interface BatchRequest {
  readonly kind: "request";
  readonly method: string;
  /** As written: absolute, or relative to the service or the host. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentId?: string;
}

export interface ChangeSet {
  readonly kind: "changeSet";
  readonly requests: readonly BatchRequest[];
}

type BatchPart = BatchRequest | ChangeSet;

/** Reads the boundary out of a `multipart/mixed` content type. */
export function boundaryOf(contentType: string | undefined): string | undefined {
  const match = /^multipart\/mixed\s*;.*?boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType ?? "");
  return match?.[1] ?? match?.[2];
}

interface Section {
  readonly headers: Readonly<Record<string, string>>;
  readonly content: string;
}

/** Splits headers from what follows the first blank line. */
function section(text: string): Section {
  const blank = /\r?\n\r?\n/.exec(text);
  const head = blank ? text.slice(0, blank.index) : text;
  const headers: Record<string, string> = {};
  for (const line of head.split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { headers, content: blank ? text.slice(blank.index + blank[0].length) : "" };
}

function sections(body: string, boundary: string): Section[] {
  const marker = `--${boundary}`;
  const pieces = `\r\n${body}`.split(new RegExp(`\\r?\\n${marker.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`));
  if (pieces.length < 2) throw syntaxFault("The multipart body does not contain its boundary.");
  const found: Section[] = [];
  for (const piece of pieces.slice(1)) {
    if (piece.startsWith("--")) return found;
    found.push(section(piece.replace(/^[ \t]*\r?\n/, "")));
  }
  throw syntaxFault("The multipart body ends without its closing boundary.");
}

function request(part: Section): BatchRequest {
  if (!/^application\/http\b/i.test(part.headers["content-type"] ?? "")) {
    throw syntaxFault("A batch part must have the content type application/http or multipart/mixed.");
  }
  const lineEnd = /\r?\n/.exec(part.content);
  const line = (lineEnd ? part.content.slice(0, lineEnd.index) : part.content).trim();
  const match = /^([A-Z]+) (\S+) HTTP\/1\.1$/.exec(line);
  if (!match?.[1] || !match[2]) throw syntaxFault(`The batch request line '${line.slice(0, 200)}' is invalid.`);
  // A leading line break makes "no headers at all" the same case as any other.
  const inner = section(
    lineEnd ? part.content.slice(lineEnd.index + lineEnd[0].length).replace(/^\r?\n/, "X:\r\n\r\n") : "",
  );
  const contentId = part.headers["content-id"];
  return {
    kind: "request",
    method: match[1],
    url: match[2],
    headers: inner.headers,
    body: inner.content.replace(/\r?\n$/, ""),
    ...(contentId === undefined ? {} : { contentId }),
  };
}

/**
 * Reads a `$batch` body (fact sheet §10). Nested batches are refused, as are reads inside a change set.
 * @throws PlatformFault 400.
 */
export function parseBatch(body: string, boundary: string): BatchPart[] {
  return sections(body, boundary).map((part) => {
    const inner = boundaryOf(part.headers["content-type"]);
    if (inner === undefined) return request(part);
    const requests = sections(part.content, inner).map(request);
    if (requests.some(({ method }) => method === "GET")) {
      throw syntaxFault("An invalid method 'GET' was detected. Change sets cannot contain GET requests.");
    }
    return { kind: "changeSet", requests };
  });
}

/** One answer inside a batch. */
export interface BatchAnswer {
  readonly status: number;
  readonly reason: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly contentId?: string;
}

function answerText(answer: BatchAnswer): string {
  const headers = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return (
    "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n" +
    (answer.contentId === undefined ? "" : `Content-ID: ${answer.contentId}\r\n`) +
    `\r\nHTTP/1.1 ${answer.status} ${answer.reason}\r\n${headers.join("")}\r\n${answer.body}\r\n`
  );
}

/** Writes answers in the order given; an inner list is the answer to a change set. */
export function writeBatch(answers: readonly (BatchAnswer | readonly BatchAnswer[])[], boundary: string): string {
  const parts = answers.map((answer, index) => {
    if ("status" in answer) return `--${boundary}\r\n${answerText(answer)}`;
    const inner = `changesetresponse_${index}`;
    const list = answer.map((one) => `--${inner}\r\n${answerText(one)}`).join("");
    return `--${boundary}\r\nContent-Type: multipart/mixed; boundary=${inner}\r\n\r\n${list}--${inner}--\r\n`;
  });
  return `${parts.join("")}--${boundary}--\r\n`;
}
