/**
 * The part of `@microsoft/powerplatform-cli-wrapper` that is used, as its sources declare it. The package is published
 * on GitHub Packages only, so it cannot be an ordinary dependency and its types are not at hand.
 */
export interface WrapperPackage {
  readonly actions: WrapperActions;
}

export interface WrapperActions {
  readonly packSolution: Action<SolutionPackUnpackParameters>;
  readonly unpackSolution: Action<SolutionPackUnpackParameters>;
  readonly checkSolution: Action<CheckSolutionParameters>;
}

type Action<P> = (parameters: P, runnerParameters: RunnerParameters, host: HostAbstractions) => Promise<void>;

export interface RunnerParameters {
  readonly workingDir: string;
  /** Folder with unpacked builds of pac; ignored where `pacPath` is given. */
  readonly runnersDir: string;
  readonly pacPath: string;
  readonly logger: WrapperLogger;
  /** Reported to pac's telemetry as the caller. */
  readonly agent: string;
}

export interface WrapperLogger {
  log(...args: string[]): void;
  debug(...args: string[]): void;
  warn(...args: string[]): void;
  error(...args: string[]): void;
}

/** An action asks its host for the value of each entry by the entry's name. */
export interface HostParameterEntry {
  readonly name: string;
  readonly required: boolean;
  readonly defaultValue?: boolean | string;
}

export interface ArtifactStore {
  getTempFolder(): string;
  upload(artifactName: string, files: string[]): Promise<void>;
}

export interface HostAbstractions {
  readonly name: string;
  readonly getInput: (entry: HostParameterEntry) => string | undefined;
  getArtifactStore(): ArtifactStore;
}

export interface SolutionPackUnpackParameters {
  readonly logToConsole: boolean;
  readonly solutionZipFile: HostParameterEntry;
  readonly sourceFolder: HostParameterEntry;
  readonly solutionType: HostParameterEntry;
  readonly overwriteFiles?: HostParameterEntry;
  readonly errorLevel?: HostParameterEntry;
}

export interface ClientCredentials {
  readonly appId: string;
  readonly clientSecret: string;
  readonly encodeSecret?: boolean;
  readonly tenantId: string;
  readonly cloudInstance: string;
  readonly scheme: string;
}

export interface FederatedCredentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly cloudInstance: string;
  readonly scheme: string;
  readonly federationProvider: "AzureDevOps" | "GitHub";
}

export interface CheckSolutionParameters {
  readonly logToConsole: boolean;
  readonly credentials: ClientCredentials | FederatedCredentials;
  readonly environmentUrl: string;
  readonly fileLocation: HostParameterEntry;
  readonly solutionPath: HostParameterEntry;
  readonly solutionUrl: HostParameterEntry;
  readonly geoInstance: HostParameterEntry;
  readonly ruleSet: HostParameterEntry;
  readonly ruleLevelOverride: HostParameterEntry;
  readonly artifactStoreName: HostParameterEntry;
  readonly useDefaultPAEndpoint: HostParameterEntry;
  readonly customPAEndpoint: HostParameterEntry;
  readonly filesExcluded: HostParameterEntry;
  readonly errorLevel: HostParameterEntry;
  readonly errorThreshold: HostParameterEntry;
  readonly failOnAnalysisError: HostParameterEntry;
  readonly saveResults: HostParameterEntry;
}
