import { type MainForms, unreadForms } from "../../domain/consequences/mainForms";
import { tablesForMainForms } from "../../domain/releases/doomed";
import type { PackageFacts, UnreadReleaseFact } from "../../domain/releases/releaseFacts";
import type { KnownSoFar } from "../../domain/releases/upgradeSituation";
import { retrieveMainForms } from "../retrieveMainForms";
import type { Transport } from "../transport";

interface MainFormsRead {
  readonly mainForms: MainForms;
  readonly unread: readonly UnreadReleaseFact[];
}

/**
 * Main forms that are here, of other solutions too, where an upgrade to the package may delete the last one of a table.
 * @throws DataverseError "cancelled" or "signedOut"
 */
export async function readMainForms(
  found: PackageFacts,
  known: KnownSoFar,
  transport: Transport,
  signal: AbortSignal,
): Promise<MainFormsRead> {
  const mainForms = await retrieveMainForms(tablesForMainForms(found, known), transport, signal);
  const { uniqueName: solution } = found.package.manifest;
  return { mainForms, unread: unreadForms(mainForms).map((one) => ({ what: "forms", solution, ...one })) };
}
