import { createTransport, type Transport } from "../../../SolutionHealth/dataverse/transport";
import type { Outside } from "../outside/outside";
import { parseEnvironmentUrl } from "./environmentUrl";
import { signIn, type SignInMethod } from "./signIn";

export interface ConnectionParameters {
  /** Address of the environment. */
  readonly environment: string;
  readonly signIn?: SignInMethod | undefined;
}

/**
 * Connects to an environment. Environments on this machine (the sandbox) need no sign-in.
 * @throws PipelineError for a wrong address or a failed sign-in; nothing has been sent to the environment then.
 */
export async function connect(parameters: ConnectionParameters, outside: Outside): Promise<Transport> {
  const address = parseEnvironmentUrl(parameters.environment);
  const token = address.loopback ? undefined : await signIn(address, parameters.signIn, outside);
  return createTransport({
    baseUrl: address.url,
    fetch: (url, init) => outside.fetch(url, init),
    clock: outside.clock,
    ...(token && { token }),
    onThrottle: (seconds) => {
      if (seconds !== undefined) {
        outside.logger.warn(`The environment asks to wait ${seconds} seconds.`);
      }
    },
  });
}
