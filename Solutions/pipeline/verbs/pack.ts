import { join, resolve } from "node:path";
import { Command, Option } from "commander";
import { ExitCode, PipelineError } from "../errors";
import type { Outside } from "../outside/outside";
import { buildControl } from "../packer/buildControl";
import { builtControls } from "../packer/builtControls";
import { createPacker } from "../packer/createPacker";
import { PACKER_NAMES, type PackerName } from "../packer/packer";
import { readSourceSolution, type SourceSolution } from "../packer/sourceSolution";
import type { RegisterVerb } from "./verb";

export interface PackParameters {
  /** Folder in the layout of SolutionPackager. */
  readonly folder: string;
  /** Which packages; undefined: all that the folder allows. */
  readonly kinds?: readonly ("managed" | "unmanaged")[] | undefined;
  /** Folder for the packages. */
  readonly out: string;
  readonly with: PackerName;
  /** Path of the official CLI, for `with: "pac"`. */
  readonly pac?: string | undefined;
  /** Stamped into the packages; undefined: `productVersion` for folders whose control is built here, else the sources' own. */
  readonly version?: string | undefined;
  readonly productVersion: string;
  /** False when the caller has just built. */
  readonly build: boolean;
}

/**
 * Packs a folder.
 * @returns absolute paths of the packages written.
 * @throws PipelineError; a package is written whole or not at all.
 */
export async function pack(parameters: PackParameters, outside: Outside): Promise<string[]> {
  const folder = resolve(outside.workingDir, parameters.folder);
  const solution = await readSourceSolution(folder);
  const kinds = chooseKinds(parameters, solution);
  const packer = await createPacker(parameters, outside);
  const mappings = await builtControls(folder, outside.productRoot);
  if (mappings.length > 0 && parameters.build) {
    await buildControl(outside);
  }
  const version = parameters.version ?? (mappings.length > 0 ? parameters.productVersion : undefined);
  const written: string[] = [];
  for (const managed of kinds) {
    const zipFile = resolve(outside.workingDir, parameters.out, packageFileName(solution.uniqueName, managed));
    await packer.pack({ folder, managed, zipFile, mappings, version });
    outside.logger.info(`Packed ${zipFile}`);
    written.push(zipFile);
  }
  return written;
}

/** Names as the official CLI gives them. */
export function packageFileName(uniqueName: string, managed: boolean): string {
  return `${uniqueName}${managed ? "_managed" : ""}.zip`;
}

function chooseKinds({ kinds }: PackParameters, solution: SourceSolution): readonly boolean[] {
  const wanted = kinds?.map((kind) => kind === "managed") ?? solution.managed;
  const refused = wanted.find((managed) => !solution.managed.includes(managed));
  if (refused === undefined) {
    return wanted;
  }
  throw new PipelineError({
    code: "wrongPackageType",
    message: `The folder of ${solution.uniqueName} holds no ${refused ? "managed" : "unmanaged"} sources.`,
    whatToDo: "Choose the other kind, or set <Managed> in Other/Solution.xml to 2 for both.",
    exitCode: ExitCode.input,
  });
}

interface PackOptions {
  readonly folder?: string;
  readonly managed?: true;
  readonly unmanaged?: true;
  readonly both?: true;
  readonly out: string;
  readonly with: PackerName;
  readonly pac?: string;
  readonly setVersion?: string;
  readonly build: boolean;
  readonly json: boolean;
}

export const registerPack: RegisterVerb = (outside, { version: productVersion }) =>
  new Command("pack")
    .description("Turn a folder into packages. The same sources give the same bytes.")
    .option("--folder <folder>", "source in the layout of SolutionPackager (default: this product's own solution)")
    .addOption(new Option("--managed", "the managed package only").conflicts(["unmanaged", "both"]))
    .addOption(new Option("--unmanaged", "the unmanaged package only").conflicts(["managed", "both"]))
    .addOption(new Option("--both", "both packages (default: whatever the folder allows)"))
    .option("--out <folder>", "where the packages go", "out/solutions")
    .addOption(new Option("--with <packer>", "who packs").choices(PACKER_NAMES).default("embedded"))
    .option("--pac <path>", "the official CLI, for --with pac (default: found on PATH)")
    .option("--set-version <version>", "stamp this version into the packages")
    .option("--no-build", "do not build the control first")
    .option("--json", "print the paths as JSON", false)
    .action(async (options: PackOptions) => {
      const parameters = { ...options, kinds: kindsOf(options), version: options.setVersion, productVersion };
      const folder = options.folder ?? join(outside.productRoot, "Solutions", "SolutionHealth");
      const written = await pack({ ...parameters, folder }, outside);
      outside.output.write(
        options.json ? `${JSON.stringify({ packages: written }, undefined, 2)}\n` : `${written.join("\n")}\n`,
      );
    });

function kindsOf({ managed, unmanaged, both }: PackOptions): PackParameters["kinds"] {
  if (both) {
    return ["managed", "unmanaged"];
  }
  if (managed) {
    return ["managed"];
  }
  return unmanaged ? ["unmanaged"] : undefined;
}
