import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { publishFolder } from "../files/publishFolder";
import { readSourceFile } from "../files/readSource";
import { writeFileAtomically } from "../files/writeAtomically";
import type { Outside } from "../outside/outside";
import type { Packer } from "../packer/packer";
import { toPackagingFailure } from "../packer/packagingFailure";
import { readSolutionPackage } from "../packer/readSolutionPackage";
import { entry, openPacSession, pacFailed, type PacSession } from "./pacSession";
import { stageFolder } from "./stageFolder";
import type { SolutionPackUnpackParameters } from "./wrapperPackage";

const PARAMETERS: SolutionPackUnpackParameters = {
  logToConsole: false,
  solutionZipFile: entry("solution-zip-file", true),
  sourceFolder: entry("source-folder", true),
  solutionType: entry("solution-type", true),
};

/**
 * The official packer. It works in folders of its own, and only what it finished is put where it belongs.
 * @throws PipelineError `wrapperMissing`, `pacMissing`.
 */
export async function createPacPacker(pac: string | undefined, outside: Outside): Promise<Packer> {
  const session = await openPacSession(pac, outside);
  return {
    async pack(request) {
      const staged = join(await outside.host.makeTemporaryFolder(), "source");
      await stageFolder(request, staged).catch((cause: unknown) => {
        throw toPackagingFailure(cause);
      });
      const zip = join(await outside.host.makeTemporaryFolder(), "package.zip");
      await run(session, "packSolution", zip, staged, request.managed ? "Managed" : "Unmanaged", "while packing");
      await writeFileAtomically(request.zipFile, await finished(zip));
    },
    async unpack({ zipFile, folder, replace }) {
      // What cannot be read, or leads out of the folder, does not get as far as pac.
      const { manifest } = readSolutionPackage(await readSourceFile(zipFile));
      const made = join(await outside.host.makeTemporaryFolder(), "unpacked");
      const type = manifest.managed ? "Managed" : "Unmanaged";
      await run(session, "unpackSolution", zipFile, made, type, "while unpacking");
      await publishFolder(made, folder, replace);
    },
  };
}

async function run(
  { actions, runner, hostFor }: PacSession,
  action: "packSolution" | "unpackSolution",
  zip: string,
  folder: string,
  type: string,
  doing: string,
): Promise<void> {
  const host = hostFor({ "solution-zip-file": zip, "source-folder": folder, "solution-type": type });
  try {
    await actions[action](PARAMETERS, runner, host);
  } catch (cause) {
    throw pacFailed(doing, cause);
  }
}

async function finished(zip: string): Promise<Uint8Array> {
  if (!existsSync(zip)) {
    throw pacFailed("while packing", new Error("it ended without an error, but wrote no package."));
  }
  return readFile(zip);
}
