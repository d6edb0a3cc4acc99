import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import { packFolder } from "../../Solutions/pipeline/layout/pack";
import { builtControls } from "../../Solutions/pipeline/packer/builtControls";
import type { Environment } from "../engine/contract";
import { CONTROL_NAME } from "../host/host";
import { importBytes } from "./environment";

/** Packs this product's own solution with the control as it was last built. */
export async function packProduct(root: string): Promise<Uint8Array> {
  const folder = join(root, "Solutions", "SolutionHealth");
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };
  return packFolder(folder, { managed: true, mappings: await builtControls(folder, root), version });
}

/**
 * Installs this product in the environment, so that its page is opened as it is on the platform: by the site map of
 * its app, out of the imported solution. Nothing happens where the environment holds this very build.
 */
export async function installProduct(environment: Environment, root: string): Promise<void> {
  const bundle = readFileSync(join(root, "out", "controls", "SolutionHealth", "bundle.js")).toString("base64");
  if (installedBundle(environment) === bundle) return;
  importBytes(environment, await packProduct(root), "Solution Health itself");
}

function installedBundle(environment: Environment): string | undefined {
  const control = environment.store.find(ComponentType.CustomControl, CONTROL_NAME.toLowerCase());
  if (!control) return undefined;
  const files = environment.effectiveChildren(control.id).CustomControlResources ?? [];
  const content = files.find(({ name }) => name === "bundle.js")?.content;
  return typeof content === "string" ? content : undefined;
}
