import type { IncomingMessage } from "node:http";

/** Why a request is not let in, as status and one sentence. */
interface Refusal {
  readonly status: number;
  readonly reason: string;
}

/** Content types that a page of another origin can send without asking first. */
const SIMPLE_FORM = /^(?:text\/plain|application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

function allowedHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

function isForeignOrigin(origin: string | undefined, hosts: readonly string[]): boolean {
  return origin !== undefined && !hosts.some((host) => origin === `http://${host}`);
}

/**
 * The server listens on the loopback interface, but any page in the same browser can reach that. So it answers only
 * under its own name (against DNS rebinding), only to its own pages, and changes nothing for what a plain form of
 * another page could send. Some reads have effects too (fact sheet §6.1), so reads are guarded in the same way.
 */
export function refusalOf(request: IncomingMessage, port: number): Refusal | undefined {
  const { host, origin } = request.headers;
  const hosts = allowedHosts(port);
  if (host === undefined || !hosts.includes(host.toLowerCase())) {
    return { status: 421, reason: "This server answers only under 127.0.0.1 and localhost." };
  }
  if (isForeignOrigin(origin, hosts)) return { status: 403, reason: "Requests of other origins are refused." };
  if (request.headers["sec-fetch-site"] === "cross-site" && request.headers["sec-fetch-mode"] !== "navigate") {
    return { status: 403, reason: "Requests of other sites are refused." };
  }
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (!isRead && SIMPLE_FORM.test(request.headers["content-type"] ?? "")) {
    return { status: 415, reason: "Send changes as application/json or multipart/mixed." };
  }
  return undefined;
}
