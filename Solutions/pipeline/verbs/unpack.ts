import { resolve } from "node:path";
import { Command, Option } from "commander";
import type { Outside } from "../outside/outside";
import { createPacker } from "../packer/createPacker";
import { PACKER_NAMES, type PackerName } from "../packer/packer";
import type { RegisterVerb } from "./verb";

export interface UnpackParameters {
  readonly zipFile: string;
  readonly folder: string;
  /** Replaces a folder that holds something; otherwise such a folder is refused. */
  readonly replace: boolean;
  readonly with: PackerName;
  /** Path of the official CLI, for `with: "pac"`. */
  readonly pac?: string | undefined;
}

/**
 * Turns a package into a folder in the layout of SolutionPackager.
 * @returns absolute path of the folder.
 * @throws PipelineError; the folder is written whole or not at all.
 */
export async function unpack(parameters: UnpackParameters, outside: Outside): Promise<string> {
  const zipFile = resolve(outside.workingDir, parameters.zipFile);
  const folder = resolve(outside.workingDir, parameters.folder);
  const packer = await createPacker(parameters, outside);
  await packer.unpack({ zipFile, folder, replace: parameters.replace });
  outside.logger.info(`Unpacked ${zipFile}`);
  return folder;
}

interface UnpackOptions {
  readonly folder: string;
  readonly replace: boolean;
  readonly with: PackerName;
  readonly pac?: string;
  readonly json: boolean;
}

export const registerUnpack: RegisterVerb = (outside) =>
  new Command("unpack")
    .description("Turn a package into a folder that pack takes.")
    .argument("<zip>", "the package")
    .requiredOption("--folder <folder>", "target; must not exist yet or be empty")
    .option("--replace", "replace a target that holds something", false)
    .addOption(new Option("--with <packer>", "who unpacks").choices(PACKER_NAMES).default("embedded"))
    .option("--pac <path>", "the official CLI, for --with pac (default: found on PATH)")
    .option("--json", "print the path as JSON", false)
    .action(async (zipFile: string, options: UnpackOptions) => {
      const folder = await unpack({ ...options, zipFile }, outside);
      outside.output.write(options.json ? `${JSON.stringify({ folder }, undefined, 2)}\n` : `${folder}\n`);
    });
