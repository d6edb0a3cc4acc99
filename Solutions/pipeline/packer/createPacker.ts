import type { Outside } from "../outside/outside";
import { createPacPacker } from "../pac/pacPacker";
import { createEmbeddedPacker } from "./embeddedPacker";
import type { Packer, PackerName } from "./packer";

export interface PackerChoice {
  readonly with: PackerName;
  /** Path of the official CLI. */
  readonly pac?: string | undefined;
}

/** @throws PipelineError `wrapperMissing`, `pacMissing` – before any work is done. */
export async function createPacker(choice: PackerChoice, outside: Outside): Promise<Packer> {
  return choice.with === "pac" ? createPacPacker(choice.pac, outside) : createEmbeddedPacker();
}
