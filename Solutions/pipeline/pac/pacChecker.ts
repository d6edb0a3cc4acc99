import { copyFile, mkdir } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { parseEnvironmentUrl } from "../connect/environmentUrl";
import { ExitCode, messageOf, PipelineError } from "../errors";
import { unwritable } from "../files/writeAtomically";
import type { Outside } from "../outside/outside";
import { entry, openPacSession, pacFailed } from "./pacSession";
import type { ArtifactStore, CheckSolutionParameters, ClientCredentials, FederatedCredentials } from "./wrapperPackage";

export interface OnlineCheckParameters {
  /** Absolute. */
  readonly zipFile: string;
  readonly environment: string;
  /** Region of the checker service, e.g. "europe"; undefined: taken from the environment. */
  readonly geo?: string | undefined;
  /** Folder for the checker's reports. */
  readonly out: string;
  readonly pac?: string | undefined;
}

/**
 * Has the online solution checker judge a package.
 * @returns the reports it wrote (SARIF), absolute paths.
 * @throws PipelineError `checkerFindings` (exit code 1) where it found critical or high issues.
 */
export async function checkOnline(parameters: OnlineCheckParameters, outside: Outside): Promise<string[]> {
  const { url } = parseEnvironmentUrl(parameters.environment);
  const credentials = credentialsFrom(outside.environment);
  const session = await openPacSession(parameters.pac, outside);
  const reports: string[] = [];
  const store = artifactStore(
    await outside.host.makeTemporaryFolder(),
    resolve(outside.workingDir, parameters.out),
    reports,
  );
  const host = session.hostFor(valuesFor(parameters), store);
  try {
    await session.actions.checkSolution({ ...PARAMETERS, credentials, environmentUrl: url }, session.runner, host);
  } catch (cause) {
    throw toFailure(cause, reports);
  }
  return reports;
}

const PARAMETERS: Omit<CheckSolutionParameters, "credentials" | "environmentUrl"> = {
  logToConsole: false,
  fileLocation: entry("file-location"),
  solutionPath: entry("solution-path", true),
  solutionUrl: entry("solution-url"),
  geoInstance: entry("geo-instance"),
  ruleSet: entry("rule-set"),
  ruleLevelOverride: entry("rule-level-override"),
  artifactStoreName: entry("artifact-store-name"),
  useDefaultPAEndpoint: entry("use-default-endpoint"),
  customPAEndpoint: entry("custom-endpoint"),
  filesExcluded: entry("files-excluded"),
  errorLevel: entry("error-level"),
  errorThreshold: entry("error-threshold"),
  failOnAnalysisError: entry("fail-on-analysis-error"),
  saveResults: entry("save-results"),
};

function valuesFor({ zipFile, geo }: OnlineCheckParameters): Record<string, string | undefined> {
  return {
    "file-location": "localFiles",
    "solution-path": zipFile,
    "geo-instance": geo,
    "rule-set": "Solution Checker",
    "use-default-endpoint": "true",
    // The wrapper reads the number of issues of this level and above zero calls it a failure.
    "error-level": "HighIssueCount",
    "error-threshold": "0",
    "fail-on-analysis-error": "true",
  };
}

/** Credentials as the wrapper takes them; a secret comes from an environment variable and from nowhere else. */
function credentialsFrom(variables: Outside["environment"]): ClientCredentials | FederatedCredentials {
  const appId = variables.AZURE_CLIENT_ID;
  const tenantId = variables.AZURE_TENANT_ID;
  const clientSecret = variables.AZURE_CLIENT_SECRET;
  const provider = federationProvider(variables);
  if (!appId || !tenantId || (!clientSecret && !provider)) {
    throw new PipelineError({
      code: "signInVariable",
      message: "The online checker signs in as an application, whose environment variables are not all set.",
      whatToDo:
        "Set AZURE_TENANT_ID, AZURE_CLIENT_ID and, outside GitHub Actions and Azure Pipelines, AZURE_CLIENT_SECRET.",
      exitCode: ExitCode.usage,
    });
  }
  const common = { appId, tenantId, cloudInstance: "Public" };
  return clientSecret
    ? { ...common, clientSecret, encodeSecret: true, scheme: "ServicePrincipal" }
    : { ...common, scheme: "WorkloadIdentityFederation", federationProvider: provider ?? "GitHub" };
}

function federationProvider(variables: Outside["environment"]): FederatedCredentials["federationProvider"] | undefined {
  if (variables.GITHUB_ACTIONS) {
    return "GitHub";
  }
  return variables.TF_BUILD ? "AzureDevOps" : undefined;
}

function artifactStore(temporary: string, target: string, reports: string[]): ArtifactStore {
  return {
    getTempFolder: () => temporary,
    async upload(_name, files) {
      try {
        await mkdir(target, { recursive: true });
        for (const file of files) {
          const copy = join(target, basename(file));
          await copyFile(file, copy);
          reports.push(copy);
        }
      } catch (cause) {
        throw unwritable(target, cause);
      }
    },
  };
}

function toFailure(cause: unknown, reports: readonly string[]): PipelineError {
  if (cause instanceof PipelineError) {
    return cause;
  }
  if (!/Analysis results do not pass/i.test(messageOf(cause))) {
    return pacFailed("while checking", cause);
  }
  return new PipelineError({
    code: "checkerFindings",
    message: "The solution checker found issues of level high or above.",
    whatToDo: `Read its reports: ${reports.join(", ") || "none was written"}.`,
    exitCode: ExitCode.findings,
    cause,
  });
}
