import { readFileSync, writeFileSync } from "node:fs";
import { packFolder } from "../../../Solutions/pipeline/layout/pack";
import type { FolderMapping } from "../../../Solutions/pipeline/layout/sourceFiles";
import { unpackPackage } from "../../../Solutions/pipeline/layout/unpack";

export interface PackInput {
  readonly folder: string;
  readonly managed: boolean;
  readonly mappings: readonly FolderMapping[];
  /** Where the package is written. */
  readonly zip: string;
}

export interface UnpackInput {
  readonly zip: string;
  /** Must not exist. */
  readonly folder: string;
}

export interface PackReport {
  /** From the first file read to the last one written, in milliseconds. */
  readonly time: number;
}

export async function runPack({ folder, managed, mappings, zip }: PackInput): Promise<PackReport> {
  const started = performance.now();
  writeFileSync(zip, await packFolder(folder, { managed, mappings }));
  return { time: performance.now() - started };
}

export async function runUnpack({ zip, folder }: UnpackInput): Promise<PackReport> {
  const started = performance.now();
  await unpackPackage(readFileSync(zip), folder);
  return { time: performance.now() - started };
}
