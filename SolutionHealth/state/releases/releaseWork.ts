import { countReleaseData } from "../../dataverse/releases/countReleaseData";
import { readRelease } from "../../dataverse/releases/readRelease";
import { readAfter } from "../../dataverse/rollbacks/readAfter";
import type { Transport } from "../../dataverse/transport";
import { previewReleaseInSteps } from "../../domain/releases/previewRelease";
import { runInSlices } from "../../package/reading/runInSlices";
import { openPackageFile } from "./openPackage";
import type { ReleaseWork } from "./ports";

/** The reading and judging itself, over one connection. */
export const createReleaseWork = (transport: Transport): ReleaseWork => ({
  open: openPackageFile,
  read: (packages, reading) => readRelease(packages, transport, reading),
  preview: (facts, options, signal) => runInSlices(previewReleaseInSteps(facts, options), { signal }),
  lookAt: async (fates, signal) => {
    const announced = fates.flatMap(({ component: { here }, kind }) => (here ? [{ component: here, kind }] : []));
    return announced.length === 0 ? new Map() : readAfter({ fates: announced }, transport, { signal });
  },
  count: (fates, counting) => countReleaseData(fates, transport, counting),
});
