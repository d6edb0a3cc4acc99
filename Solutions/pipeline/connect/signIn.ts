import { ExitCode, messageOf, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import type { EnvironmentAddress } from "./environmentUrl";
import { type AccessToken, type Credential, type IdentityPackage, loadIdentityPackage } from "./identityPackage";

/** Ways to sign in. None takes a secret on the command line, where every process of the machine could read it. */
export const SIGN_IN_METHODS = ["azure-cli", "device-code", "client-secret", "workload-identity"] as const;
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** Tokens are renewed this long before they end: milliseconds. */
const RENEW_BEFORE = 120_000;

/**
 * Signs in once, so that a failure is told before anything is sent, and returns what hands out tokens from then on.
 * @param method undefined: whatever the environment variables point to, else the Azure CLI.
 * @throws PipelineError `signIn…`, `identityMissing`.
 */
export async function signIn(
  { origin }: EnvironmentAddress,
  method: SignInMethod | undefined,
  outside: Outside,
): Promise<() => Promise<string>> {
  const chosen = method ?? methodFromVariables(outside.environment);
  const credential = createCredential(chosen, await loadIdentityPackage(outside.host), outside);
  let current: AccessToken | undefined;
  const token = async (): Promise<string> => {
    if (current === undefined || current.expiresOnTimestamp - RENEW_BEFORE <= outside.clock.now()) {
      current = await requestToken(credential, `${origin}/.default`, chosen, outside.signal);
    }
    return current.token;
  };
  await token();
  return token;
}

function methodFromVariables(variables: Outside["environment"]): SignInMethod {
  if (variables.AZURE_FEDERATED_TOKEN_FILE) {
    return "workload-identity";
  }
  return variables.AZURE_CLIENT_SECRET ? "client-secret" : "azure-cli";
}

function createCredential(method: SignInMethod, identity: IdentityPackage, outside: Outside): Credential {
  const { environment, logger } = outside;
  const tenantId = environment.AZURE_TENANT_ID;
  const clientId = environment.AZURE_CLIENT_ID;
  const tenant = tenantId ? { tenantId } : {};
  switch (method) {
    case "azure-cli":
      return new identity.AzureCliCredential(tenant);
    case "client-secret":
      return new identity.ClientSecretCredential(
        required(environment, "AZURE_TENANT_ID"),
        required(environment, "AZURE_CLIENT_ID"),
        required(environment, "AZURE_CLIENT_SECRET"),
      );
    case "workload-identity":
      return new identity.WorkloadIdentityCredential();
    case "device-code":
      return new identity.DeviceCodeCredential({
        ...tenant,
        ...(clientId ? { clientId } : {}),
        userPromptCallback: ({ message }) => logger.info(message),
      });
  }
}

function required(variables: Outside["environment"], name: string): string {
  const value = variables[name];
  if (!value) {
    throw new PipelineError({
      code: "signInVariable",
      message: `Signing in with a client secret needs the environment variable ${name}.`,
      whatToDo: "Set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, in a pipeline from its secret store.",
      exitCode: ExitCode.usage,
    });
  }
  return value;
}

const ADVICE: Readonly<Record<SignInMethod, string>> = {
  "azure-cli": "Run az login, or choose another way with --sign-in.",
  "device-code": "Open the address shown, enter the code, and sign in with an account of this environment.",
  "client-secret":
    "Check the three AZURE_ variables, and that the application is an application user of the environment.",
  "workload-identity": "Check the federated credential of the application and the variables that the runner sets.",
};

async function requestToken(
  credential: Credential,
  scope: string,
  method: SignInMethod,
  signal: AbortSignal,
): Promise<AccessToken> {
  const failed = (reason: string, cause?: unknown): PipelineError =>
    new PipelineError({
      code: "signInFailed",
      message: `Signing in (${method}) failed: ${reason}`,
      whatToDo: ADVICE[method],
      exitCode: ExitCode.connection,
      cause,
    });
  const token = await credential.getToken(scope, { abortSignal: signal }).catch((cause: unknown) => {
    throw failed(messageOf(cause), cause);
  });
  if (token === null) {
    throw failed("no token was issued.");
  }
  return token;
}
