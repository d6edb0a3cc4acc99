import type { Fetch } from "../../SolutionHealth/dataverse/exchange";

export const BASE_URL = "https://contoso.crm4.dynamics.com";
export const API = `${BASE_URL}/api/data/v9.2/`;

export interface SentRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
  answer(response: Response): void;
  fail(error: Error): void;
}

/** A server whose answers the test gives one by one. */
export interface FakeServer {
  readonly fetch: Fetch;
  readonly requests: SentRequest[];
  /** Requests sent, not aborted and not yet answered. */
  open(): SentRequest[];
}

export function createFakeServer(): FakeServer {
  const requests: SentRequest[] = [];
  const open = new Set<SentRequest>();

  const fetch: Fetch = (url, init) =>
    new Promise((resolve, reject) => {
      const { signal } = init;
      if (!signal) throw new Error("Every request must be abortable");
      const request: SentRequest = {
        url,
        method: init.method ?? "GET",
        headers: init.headers as Record<string, string>,
        signal,
        ...(typeof init.body === "string" && { body: init.body }),
        answer: (response) => {
          open.delete(request);
          resolve(response);
        },
        fail: (error) => {
          open.delete(request);
          reject(error);
        },
      };
      signal.addEventListener("abort", () => request.fail(new DOMException("aborted", "AbortError")));
      requests.push(request);
      open.add(request);
    });

  return { fetch, requests, open: () => [...open] };
}

/** A server that answers by itself. */
export function createAnsweringServer(answer: (request: SentRequest) => Response | undefined): FakeServer {
  const server = createFakeServer();
  return {
    ...server,
    fetch: (url, init) => {
      const response = server.fetch(url, init);
      const request = server.requests[server.requests.length - 1];
      const given = request && answer(request);
      if (given) request.answer(given);
      return response;
    },
  };
}

export const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), { status: 200, ...init });

export const rows = (value: readonly unknown[], nextLink?: string): Response =>
  json({ value, ...(nextLink !== undefined && { "@odata.nextLink": nextLink }) });

export const failure = (status: number, code: string, message = "", headers: Record<string, string> = {}): Response =>
  json({ error: { code, message } }, { status, headers });
