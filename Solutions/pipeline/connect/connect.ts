import { createTransport, type Transport } from "../../../SolutionHealth/dataverse/transport";
import { whoAmI } from "../../../SolutionHealth/dataverse/whoAmI";
import type { Outside } from "../outside/outside";
import { parseEnvironmentUrl } from "./environmentUrl";
import { toPipelineError } from "./failures";
import { signIn, type SignInMethod } from "./signIn";

export interface ConnectionParameters {
  /** Address of the environment. */
  readonly environment: string;
  readonly signIn?: SignInMethod | undefined;
}

/**
 * Connects to an environment, and asks it who we are: a wrong address or user must come to light before anything that
 * changes something is sent. Environments on this machine (the sandbox) need no sign-in.
 * @throws PipelineError
 */
export async function connect(parameters: ConnectionParameters, outside: Outside): Promise<Transport> {
  const address = parseEnvironmentUrl(parameters.environment);
  const token = address.loopback ? undefined : await signIn(address, parameters.signIn, outside);
  const transport = createTransport({
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
  await whoAmI(transport, outside.signal).catch((thrown: unknown) => {
    throw toPipelineError(thrown, `Connecting to ${address.url}`);
  });
  return transport;
}
