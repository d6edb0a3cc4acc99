import type { IncomingMessage, Server, ServerResponse } from "node:http";
import { createServer as createHttpServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Environment } from "../engine/contract";
import { createContext } from "./createContext";
import type { ForeignLock } from "./foreignLock";
import { refusalOf } from "./guards";
import type { ServerOptions } from "./options";
import { defaultOptions } from "./options";
import { WebApiEndpoint } from "./webApiEndpoint";

/** Answers what is not the Web API: the host page and its files. @returns false when it has nothing at that address. */
export type HostHandler = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<boolean>;

interface ServerSettings {
  readonly environment: Environment;
  readonly options?: Partial<ServerOptions>;
  readonly host?: HostHandler;
}

export interface SandboxServer {
  /** Binds to 127.0.0.1. @param port 0 = any free one. @returns the port. @throws Error with code EADDRINUSE. */
  listen(port: number): Promise<number>;
  close(): Promise<void>;
  /**
   * Lets somebody else's operation hold the customization lock.
   * @returns a function that ends it @throws PlatformFault 0x80071151 while anything runs
   */
  hold(lock: ForeignLock): () => void;
}

function sendText(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" });
  response.end(text);
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  endpoint: WebApiEndpoint,
  settings: ServerSettings,
): Promise<void> {
  const port = request.socket.localPort ?? 0;
  const refusal = refusalOf(request, port);
  if (refusal) {
    sendText(response, refusal.status, refusal.reason);
    return;
  }
  if (endpoint.takes(request)) {
    await endpoint.answer(request, response);
    return;
  }
  const url = new URL(request.url ?? "/", `http://127.0.0.1:${port}`);
  if (await settings.host?.(request, response, url)) return;
  sendText(response, 404, "Not found.");
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => {
      if (error) reject(error);
      else resolve();
    });
    server.closeAllConnections();
  });
}

/** The Web API of an environment over HTTP, on the loopback interface only. */
export function createServer(settings: ServerSettings): SandboxServer {
  const options = { ...defaultOptions, ...settings.options };
  const context = createContext(settings.environment, options);
  const endpoint = new WebApiEndpoint(context);
  const server = createHttpServer((request, response) => {
    answer(request, response, endpoint, settings).catch(() => {
      if (!response.headersSent) sendText(response, 500, "The request could not be answered.");
      else response.destroy();
    });
  });
  return {
    listen: (port) => listen(server, port),
    close: () => close(server),
    hold: (lock) => context.jobs.hold(lock),
  };
}
