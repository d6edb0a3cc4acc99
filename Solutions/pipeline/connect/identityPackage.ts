import { ExitCode, messageOf, PipelineError } from "../errors";
import type { Host } from "../outside/outside";

export const IDENTITY_PACKAGE = "@azure/identity";

/** Newest line that runs on Node 20, which this product still supports. */
export const IDENTITY_INSTALL = `npm install --no-save ${IDENTITY_PACKAGE}@4.13.1`;

export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly expiresOnTimestamp: number;
}

export interface Credential {
  getToken(scopes: string, options?: { readonly abortSignal?: AbortSignal }): Promise<AccessToken | null>;
}

/** The part of `@azure/identity` that is used. */
export interface IdentityPackage {
  readonly AzureCliCredential: new (options?: { tenantId?: string }) => Credential;
  readonly ClientSecretCredential: new (tenantId: string, clientId: string, clientSecret: string) => Credential;
  readonly WorkloadIdentityCredential: new (options?: Record<string, unknown>) => Credential;
  readonly DeviceCodeCredential: new (options: {
    readonly tenantId?: string;
    readonly clientId?: string;
    readonly userPromptCallback: (info: { readonly message: string }) => void;
  }) => Credential;
}

/**
 * Loads `@azure/identity`, which is installed by those who sign in from the command line: with all it brings it is
 * larger than the rest of this repository's tools.
 * @throws PipelineError `identityMissing`, `identityBroken`.
 */
export async function loadIdentityPackage(host: Pick<Host, "loadPackage">): Promise<IdentityPackage> {
  const loaded = await host.loadPackage(IDENTITY_PACKAGE).catch((cause: unknown) => {
    throw missing("identityBroken", `${IDENTITY_PACKAGE} cannot be loaded: ${messageOf(cause)}.`, cause);
  });
  if (loaded === undefined) {
    throw missing("identityMissing", `Signing in needs the package ${IDENTITY_PACKAGE}, which is not installed.`);
  }
  return loaded as IdentityPackage;
}

function missing(code: string, message: string, cause?: unknown): PipelineError {
  return new PipelineError({
    code,
    message,
    whatToDo: `Install it: ${IDENTITY_INSTALL}`,
    exitCode: ExitCode.missingTool,
    cause,
  });
}
