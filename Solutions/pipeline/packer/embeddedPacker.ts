import { readSourceFile } from "../files/readSource";
import { writeFileAtomically } from "../files/writeAtomically";
import { packFolder } from "../layout/pack";
import { unpackPackage } from "../layout/unpack";
import type { Packer } from "./packer";
import { toPackagingFailure } from "./packagingFailure";

/** This repository's own packer: no other program is needed. */
export function createEmbeddedPacker(): Packer {
  return {
    async pack({ folder, managed, mappings, version, zipFile }) {
      const options = { managed, mappings, ...(version === undefined ? {} : { version }) };
      const bytes = await packFolder(folder, options).catch((thrown: unknown) => {
        throw toPackagingFailure(thrown);
      });
      await writeFileAtomically(zipFile, bytes);
    },
    async unpack({ zipFile, folder, replace }) {
      const bytes = await readSourceFile(zipFile);
      await unpackPackage(bytes, folder, { replace }).catch((thrown: unknown) => {
        throw toPackagingFailure(thrown);
      });
    },
  };
}
