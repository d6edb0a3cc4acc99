import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { answerBatch } from "./batch";
import type { ServerContext } from "./context";
import { faultAnswer } from "./faultAnswer";
import { pause } from "./pause";
import { readBody } from "./readBody";
import { LostAnswers } from "./lostAnswers";
import { Throttle } from "./throttle";
import { WebApi } from "./webApi";
import type { WebAnswer, WebRequest } from "./webRequest";

const LAYERS = /^msdyn_componentlayers\b/;
/** A part of a batch that reads layers: parts run one after the other, so each costs its time. */
const LAYER_READ = /^GET \S*\bmsdyn_componentlayers\b/gm;
const SERVICE = /^\/api\/data\/v9\.\d\/?/;

/** What IIS answers to a URL it does not read: a page, not the error body of the Web API (fact sheet §10). */
const URI_TOO_LONG: WebAnswer = {
  status: 414,
  headers: { "Content-Type": "text/html; charset=us-ascii" },
  body: "<!DOCTYPE HTML><html><head><title>Request URL Too Long</title></head><body><h2>Request URL Too Long</h2></body></html>",
};

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(",") : header;
}

/** The Web API over HTTP: URL limit, body limit, service protection, latency; then the request itself. */
export class WebApiEndpoint {
  private readonly api: WebApi;
  private readonly throttle: Throttle | undefined;
  private readonly lost: LostAnswers;

  constructor(private readonly context: ServerContext) {
    const { throttle, clock } = context.options;
    this.api = new WebApi(context);
    this.lost = new LostAnswers(context.options);
    this.throttle = throttle === undefined ? undefined : new Throttle(clock, throttle);
  }

  takes(request: IncomingMessage): boolean {
    return SERVICE.test(request.url ?? "");
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = await this.lost.deliver(request, () => this.guarded(request));
    if (!answer) {
      request.socket.destroy();
      return;
    }
    response.writeHead(answer.status, {
      ...answer.headers,
      "Cache-Control": "no-cache",
      "x-ms-service-request-id": randomUUID(),
      ...(this.throttle ? { "x-ms-ratelimit-burst-remaining-xrm-requests": String(this.throttle.remaining()) } : {}),
      // What is left of a body that was too large is not read: the connection cannot be used again.
      ...(answer.status === 413 ? { Connection: "close" } : {}),
    });
    response.end(answer.body);
  }

  private async guarded(request: IncomingMessage): Promise<WebAnswer> {
    const { options } = this.context;
    if ((request.url ?? "").length > options.urlLimit) return URI_TOO_LONG;
    let done: (() => void) | undefined;
    try {
      done = this.throttle?.admit();
      const web = this.webRequest(request, await readBody(request, options.bodyLimit));
      await pause(options.clock, this.latencyOf(web));
      return await (web.path === "$batch" && web.method === "POST" ? answerBatch(this.api, web) : this.api.answer(web));
    } catch (error) {
      return faultAnswer(error, single(request.headers.prefer));
    } finally {
      done?.();
    }
  }

  private latencyOf(web: WebRequest): number {
    const { latency, layerLatency } = this.context.options;
    const reads = web.path === "$batch" ? (web.body.match(LAYER_READ)?.length ?? 0) : Number(LAYERS.test(web.path));
    return latency + reads * layerLatency;
  }

  private webRequest(request: IncomingMessage, body: string): WebRequest {
    const url = request.url ?? "";
    const service = SERVICE.exec(url)?.[0] ?? "";
    const [path = "", ...search] = url.slice(service.length).split("?");
    return {
      method: request.method ?? "GET",
      path,
      search: search.join("?"),
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, single(value)])),
      body,
      baseUrl: `http://${request.headers.host ?? ""}${service.replace(/\/?$/, "/")}`,
    };
  }
}
