import type { IncomingMessage, ServerResponse } from "node:http";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Environment } from "../engine/contract";
import { strictContentSecurityPolicy } from "./contentSecurityPolicy";
import type { ControlSource } from "./controlFiles";
import { pageScript } from "./pageScript";
import { iconFont, platformFile, themes } from "./platformFiles";
import { appPages } from "./siteMap";

/** What the host page needs from the sandbox. */
export interface HostPorts {
  readonly environment: Environment;
  readonly userId: string;
  /** Files of a control by its name, e.g. `shl_SolutionHealth.SolutionHealth`. */
  readonly control: (name: string) => ControlSource;
}

/** The control that is opened where no imported app says otherwise. */
export const CONTROL_NAME = "shl_SolutionHealth.SolutionHealth";

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/_host/page/shell.css">
<script type="module" src="/_host/page/main"></script>
</head>
<body></body>
</html>
`;

const mediaTypes: Record<string, string> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  html: "text/html; charset=utf-8",
  resx: "application/xml; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  woff: "font/woff",
};

/**
 * Answers for everything outside the Web API: the page that imitates the model-driven shell, the platform's files,
 * and the control.
 * @returns a handler that says whether the address was its own
 */
export function createHost(ports: HostPorts) {
  return async (request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    if (url.pathname === "/") {
      const first = appPages(ports.environment, CONTROL_NAME).find((entry) => entry.url !== undefined);
      return redirect(response, first?.url ?? "/main.aspx");
    }
    const file = await find(ports, url.pathname);
    if (!file) return false;
    response.writeHead(200, {
      "Content-Type": mediaTypes[file.kind] ?? "application/octet-stream",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Referrer-Policy": "no-referrer",
      ...(file.kind === "html" ? { "Content-Security-Policy": strictContentSecurityPolicy } : {}),
    });
    response.end(file.content);
    return true;
  };
}

interface Found {
  readonly kind: string;
  readonly content: string | Uint8Array;
}

async function find(ports: HostPorts, path: string): Promise<Found | undefined> {
  if (path === "/main.aspx") return { kind: "html", content: page };
  if (path === "/_host/data.json") return { kind: "json", content: JSON.stringify(data(ports)) };
  if (path === "/_host/page/shell.css") {
    return { kind: "css", content: await readFile(join(__dirname, "page", "shell.css")) };
  }
  const [, room, area, name, ...rest] = path.split("/");
  if (room !== "_host" || name === undefined) return undefined;
  if (area === "page") return asFile("js", await pageScript(name));
  if (area === "platform") return asFile("js", await platformFile(name));
  if (area === "fonts") return asFile("woff", await iconFont(name));
  if (area !== "controls") return undefined;
  const file = rest.join("/");
  return asFile(file.split(".").pop() ?? "", await ports.control(decodeURIComponent(name)).read(file));
}

function asFile(kind: string, content: string | Uint8Array | undefined): Found | undefined {
  return content === undefined ? undefined : { kind, content };
}

function data({ environment, userId }: HostPorts): unknown {
  const user = environment.state.users.find(({ id }) => id === userId);
  return {
    appName: "Solution Health",
    environmentName: environment.state.organization.friendlyName,
    controlName: CONTROL_NAME,
    user: { id: userId, name: user?.fullName ?? "" },
    themes,
    pages: appPages(environment, CONTROL_NAME),
  };
}

function redirect(response: ServerResponse, address: string): true {
  response.writeHead(302, { Location: address }).end();
  return true;
}
