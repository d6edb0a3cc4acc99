import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ComponentType } from "../../SolutionHealth/domain/model/componentType";
import type { Environment } from "../engine/contract";

/** Where the files of a control come from: the solution that was imported, or the folder that the build wrote. */
export interface ControlSource {
  /** @returns the file's bytes, or undefined when the control has no such file. */
  read(path: string): Promise<Uint8Array | undefined>;
}

const SAFE_PATH = /^[A-Za-z0-9_.-]+(?:\/[A-Za-z0-9_.-]+)*$/;

/** Serves the control out of the folder that the build wrote. Paths that lead out of it are not found. */
export function controlFromFolder(folder: string): ControlSource {
  return {
    read: async (path) => {
      if (!SAFE_PATH.test(path) || path.split("/").includes("..")) return undefined;
      try {
        return await readFile(join(folder, path));
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * Serves the control as it was imported: the files its solution brought.
 * @returns undefined where no solution brought a control of this name.
 */
export function controlFromEnvironment(environment: Environment, name: string): ControlSource | undefined {
  const component = environment.store.find(ComponentType.CustomControl, name.toLowerCase());
  if (!component) return undefined;
  return {
    read: (path) => {
      const files = environment.effectiveChildren(component.id).CustomControlResources ?? [];
      const content = files.find((file) => file.name === path)?.content;
      return Promise.resolve(typeof content === "string" ? Buffer.from(content, "base64") : undefined);
    },
  };
}
