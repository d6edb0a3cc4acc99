import { ExitCode, PipelineError } from "../errors";

/** Address of an environment, and whether it lies on this machine. */
export interface EnvironmentAddress {
  /** Without a slash at its end. */
  readonly url: string;
  readonly origin: string;
  /** A sandbox on this machine: no sign-in, plain HTTP allowed. */
  readonly loopback: boolean;
}

/**
 * Takes an environment's address apart.
 * @throws PipelineError `environmentUrl`: no address, not https (outside this machine), or with a password in it.
 */
export function parseEnvironmentUrl(text: string): EnvironmentAddress {
  const url = toUrl(text);
  const loopback = isLoopback(url.hostname);
  if (url.username !== "" || url.password !== "") {
    throw invalid("An address must not hold a user name or password.");
  }
  if (url.protocol !== "https:" && !(url.protocol === "http:" && loopback)) {
    throw invalid(`"${text}" is not an https address.`);
  }
  return { url: (url.origin + url.pathname).replace(/\/+$/, ""), origin: url.origin, loopback };
}

function toUrl(text: string): URL {
  try {
    return new URL(text);
  } catch {
    throw invalid(`"${text}" is not an address.`);
  }
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

function invalid(message: string): PipelineError {
  return new PipelineError({
    code: "environmentUrl",
    message,
    whatToDo: "Give the environment's address, e.g. https://contoso.crm4.dynamics.com.",
    exitCode: ExitCode.usage,
  });
}
