import { readFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { Command } from "commander";
import { ExitCode, PipelineError } from "../errors";
import { publishFolder } from "../files/publishFolder";
import { readSourceFile } from "../files/readSource";
import { writeFileAtomically } from "../files/writeAtomically";
import type { Outside } from "../outside/outside";
import { buildControl } from "../packer/buildControl";
import { checksumLines, type NamedFile } from "../release/checksums";
import { releaseNotes } from "../release/releaseNotes";
import { verifyPackage } from "../verify/verifyPackage";
import { pack } from "./pack";
import type { RegisterVerb } from "./verb";

export interface ReleaseParameters {
  readonly folder: string;
  /** Version released; must have a section in CHANGELOG.md. */
  readonly version: string;
  readonly out: string;
  /** False when the caller has just built. */
  readonly build: boolean;
}

/** Name of the list of checksums, as most download pages have it. */
const CHECKSUMS = "SHA256SUMS";
const NOTES = "RELEASE_NOTES.md";

/**
 * Makes everything a release consists of: both packages, their checksums and the notes. The target appears only when
 * all of it is there and sound.
 * @returns absolute paths of the files.
 * @throws PipelineError
 */
export async function release(parameters: ReleaseParameters, outside: Outside): Promise<string[]> {
  const { version, folder, build } = parameters;
  const target = resolve(outside.workingDir, parameters.out);
  // First what costs nothing: a release without notes must not fail after the build.
  const changelog = await readSourceFile(join(outside.productRoot, "CHANGELOG.md"));
  const notes = releaseNotes(Buffer.from(changelog).toString("utf8"), version);
  if (build) {
    await buildControl(outside);
  }
  const made = await outside.host.makeTemporaryFolder();
  const packParameters = {
    folder,
    out: made,
    with: "embedded",
    version,
    productVersion: version,
    build: false,
  } as const;
  const packages = await readAll(await pack({ ...packParameters, kinds: ["managed", "unmanaged"] }, outside));
  packages.forEach((file) => requireSound(file, outside));
  await writeFileAtomically(join(made, CHECKSUMS), checksumLines(packages));
  await writeFileAtomically(join(made, NOTES), notes);
  await publishFolder(made, target, true);
  outside.logger.info(`Version ${version} is ready in ${target}`);
  return [...packages.map(({ name }) => name), CHECKSUMS, NOTES].map((name) => join(target, name));
}

async function readAll(paths: readonly string[]): Promise<NamedFile[]> {
  return Promise.all(paths.map(async (path) => ({ name: basename(path), content: await readFile(path) })));
}

function requireSound({ name, content }: NamedFile, { logger }: Outside): void {
  const findings = verifyPackage(content);
  findings.forEach(({ severity, place, message }) => logger.warn(`${name}, ${severity} at ${place}: ${message}`));
  if (findings.some(({ severity }) => severity === "error")) {
    throw new PipelineError({
      code: "packageUnsound",
      message: `${name} is not sound; nothing was released.`,
      whatToDo: "Mend what the findings above say, then run this again.",
      exitCode: ExitCode.findings,
    });
  }
}

interface ReleaseOptions {
  readonly folder?: string;
  readonly out: string;
  readonly build: boolean;
  readonly json: boolean;
}

export const registerRelease: RegisterVerb = (outside, program) =>
  new Command("release")
    .description("Build, pack both packages, verify them, and put them with checksums and notes into one folder.")
    .option("--folder <folder>", "source of the solution (default: this product's own)")
    .option("--out <folder>", "where the release goes; what is there is replaced", "out/release")
    .option("--no-build", "do not build the control first")
    .option("--json", "print the paths as JSON", false)
    .action(async (options: ReleaseOptions) => {
      const folder = options.folder ?? join(outside.productRoot, "Solutions", "SolutionHealth");
      const files = await release({ ...options, folder, version: program.version }, outside);
      outside.output.write(options.json ? `${JSON.stringify({ files }, undefined, 2)}\n` : `${files.join("\n")}\n`);
    });
