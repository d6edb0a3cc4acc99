import { spawn } from "node:child_process";
import { mkdir, readdir } from "node:fs/promises";
import { join, resolve as absolute } from "node:path";
import type {
  CheckSolutionParameters,
  HostAbstractions,
  HostParameterEntry,
  RunnerParameters,
  SolutionPackUnpackParameters,
  WrapperPackage,
} from "../../../Solutions/pipeline/pac/wrapperPackage";

/**
 * A stand-in for Microsoft's wrapper: its signatures, and the arguments that its sources give to pac for the inputs
 * used here. Written from its description; it runs whatever executable `pacPath` names.
 */
export const standInWrapper: WrapperPackage = {
  actions: {
    packSolution: (parameters, runner, host) => packOrUnpack("pack", parameters, runner, host),
    unpackSolution: (parameters, runner, host) => packOrUnpack("unpack", parameters, runner, host),
    checkSolution,
  },
};

async function packOrUnpack(
  command: "pack" | "unpack",
  parameters: SolutionPackUnpackParameters,
  runner: RunnerParameters,
  host: HostAbstractions,
): Promise<void> {
  const inFolder = (entry: HostParameterEntry): string => absolute(runner.workingDir, input(host, entry) ?? "");
  const zipFile = ["--zipFile", inFolder(parameters.solutionZipFile)];
  const folder = ["--folder", inFolder(parameters.sourceFolder)];
  const type = ["--packageType", input(host, parameters.solutionType) ?? ""];
  await runPac(runner, ["solution", command, ...zipFile, ...folder, ...type]);
}

async function checkSolution(
  parameters: CheckSolutionParameters,
  runner: RunnerParameters,
  host: HostAbstractions,
): Promise<void> {
  const { credentials } = parameters;
  const secret = "clientSecret" in credentials ? ["--clientSecret", "***"] : ["--githubFederated"];
  await runPac(runner, ["auth", "create", "--tenant", credentials.tenantId, ...secret]);
  try {
    const output = join(host.getArtifactStore().getTempFolder(), "checker-output");
    await mkdir(output, { recursive: true });
    const geo = input(host, parameters.geoInstance);
    const endpoint = geo === undefined ? ["--customEndpoint", parameters.environmentUrl] : ["--geo", geo];
    const path = ["--path", absolute(runner.workingDir, input(host, parameters.solutionPath) ?? "")];
    await runPac(runner, ["solution", "check", ...path, ...endpoint, "--outputDirectory", output]);
    const files = (await readdir(output)).map((name) => join(output, name));
    await host.getArtifactStore().upload(input(host, parameters.artifactStoreName) ?? "CodeAnalysisLogs", files);
  } finally {
    await runPac(runner, ["auth", "clear"]);
  }
}

function input(host: HostAbstractions, entry: HostParameterEntry): string | undefined {
  const value = host.getInput(entry) ?? entry.defaultValue?.toString();
  if (value === undefined && entry.required) throw new Error(`Required ${entry.name} not set`);
  return value;
}

function runPac(runner: RunnerParameters, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(runner.pacPath, [...args], { cwd: runner.workingDir });
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) => {
      runner.logger.log(output);
      if (code === 0) resolve();
      else reject(Object.assign(new Error(output), { exitCode: code }));
    });
  });
}
