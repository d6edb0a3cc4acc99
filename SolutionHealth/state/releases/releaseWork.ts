import { readRelease } from "../../dataverse/releases/readRelease";
import { countData } from "../../dataverse/rollbacks/countData";
import type { Transport } from "../../dataverse/transport";
import { previewRelease } from "../../domain/releases/previewRelease";
import { openPackageFile } from "./openPackage";
import type { ReleaseWork } from "./ports";

/** The reading and judging itself, over one connection. */
export const createReleaseWork = (transport: Transport): ReleaseWork => ({
  open: openPackageFile,
  read: (packages, reading) => readRelease(packages, transport, reading),
  preview: previewRelease,
  count: (fates, counting) =>
    countData(
      fates.flatMap(({ component: { here }, kind }) => (here ? [{ component: here, kind }] : [])),
      transport,
      counting,
    ),
});
