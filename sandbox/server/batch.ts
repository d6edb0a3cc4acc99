import { STATUS_CODES } from "node:http";
import { randomUUID } from "node:crypto";
import type { BatchAnswer, BatchRequest, ChangeSet } from "../odata/multipart";
import { boundaryOf, parseBatch, writeBatch } from "../odata/multipart";
import { parsePrefer } from "../odata/prefer";
import { syntaxFault } from "../odata/syntaxFault";
import { PlatformFault } from "../engine/fault";
import { faultAnswer } from "./faultAnswer";
import type { WebApi } from "./webApi";
import type { WebAnswer, WebRequest } from "./webRequest";

/** Limits of `$batch` (fact sheet §10). */
const MAX_PARTS = 1000;
const MAX_URL = 64 * 1024;

const SERVICE_PATH = /^(?:https?:\/\/[^/]+)?\/api\/data\/v\d+\.\d+\//i;

/** Requests in a batch may be absolute, relative to the host, or relative to the service. */
function inner(part: BatchRequest, outer: WebRequest): WebRequest {
  if (part.url.length > MAX_URL) throw new PlatformFault("", "The URL of a batch part is longer than 64 KB.", 414);
  const [path = "", ...search] = part.url.replace(SERVICE_PATH, "").split("?");
  if (path.startsWith("$batch")) throw syntaxFault("A batch cannot hold another batch.");
  return {
    method: part.method,
    path,
    search: search.join("?"),
    headers: part.headers,
    body: part.body,
    baseUrl: outer.baseUrl,
  };
}

function asPart(answer: WebAnswer, part: BatchRequest): BatchAnswer {
  const reason = STATUS_CODES[answer.status] ?? "";
  const id = part.contentId;
  return { ...answer, reason, ...(id === undefined ? {} : { contentId: id }) };
}

async function answerOne(api: WebApi, part: BatchRequest, outer: WebRequest): Promise<BatchAnswer> {
  try {
    return asPart(await api.answer(inner(part, outer)), part);
  } catch (error) {
    return asPart(faultAnswer(error), part);
  }
}

/**
 * A change set takes effect as a whole or not at all. This environment can promise that for a single change only, so
 * that is what it takes; it says so rather than doing half of a set.
 */
async function answerChangeSet(api: WebApi, set: ChangeSet, outer: WebRequest): Promise<BatchAnswer | BatchAnswer[]> {
  const [only, ...others] = set.requests;
  if (!only) return [];
  if (others.length > 0) {
    const fault = new PlatformFault("0x80060888", "Change sets of more than one request are not supported here.", 501);
    return asPart(faultAnswer(fault), only);
  }
  const answer = await answerOne(api, only, outer);
  return answer.status >= 400 ? answer : [answer];
}

function failed(answer: BatchAnswer | readonly BatchAnswer[]): boolean {
  return "status" in answer && answer.status >= 400;
}

/**
 * Answers `POST $batch`: parts one after the other, in order; stops after the first failure unless told to go on by
 * `Prefer: odata.continue-on-error`.
 * @throws PlatformFault 400 when the body is not a batch, or holds more than 1,000 parts.
 */
export async function answerBatch(api: WebApi, request: WebRequest): Promise<WebAnswer> {
  const boundary = boundaryOf(request.headers["content-type"]);
  if (boundary === undefined) throw syntaxFault("A batch must have the content type multipart/mixed with a boundary.");
  const parts = parseBatch(request.body, boundary);
  const count = parts.reduce((sum, part) => sum + (part.kind === "changeSet" ? part.requests.length : 1), 0);
  if (count > MAX_PARTS) throw syntaxFault(`The batch holds ${count} requests; the limit is ${MAX_PARTS}.`);
  const goOn = parsePrefer(request.headers.prefer).continueOnError;
  const answers: (BatchAnswer | BatchAnswer[])[] = [];
  for (const part of parts) {
    const answer = await (part.kind === "request"
      ? answerOne(api, part, request)
      : answerChangeSet(api, part, request));
    answers.push(answer);
    if (failed(answer) && !goOn) break;
  }
  const marker = `batchresponse_${randomUUID()}`;
  return {
    status: 200,
    headers: { "Content-Type": `multipart/mixed; boundary=${marker}`, "OData-Version": "4.0" },
    body: writeBatch(answers, marker),
  };
}
