import { countReleaseData } from "../../dataverse/releases/countReleaseData";
import { readRelease } from "../../dataverse/releases/readRelease";
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
  count: (fates, counting) => countReleaseData(fates, transport, counting),
});
