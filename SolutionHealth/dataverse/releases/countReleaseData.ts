import type { DataAtRisk } from "../../domain/consequences/dataAtRisk";
import type { ComponentRelease } from "../../domain/releases/releasePreview";
import { countData, type CountOptions } from "../rollbacks/countData";
import type { Transport } from "../transport";

/**
 * Counts what would be lost with the components that one way deletes; what only comes in holds nothing here.
 * @throws DataverseError "signedOut"
 */
export const countReleaseData = (
  fates: readonly ComponentRelease[],
  transport: Transport,
  options?: CountOptions,
): Promise<DataAtRisk> =>
  countData(
    fates.flatMap(({ component: { here }, kind }) => (here ? [{ component: here, kind }] : [])),
    transport,
    options,
  );
