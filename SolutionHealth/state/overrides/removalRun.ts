import { DataverseError } from "../../dataverse/errors";
import { waitForAsyncOperation } from "../../dataverse/operations/waitForAsyncOperation";
import { bulkRemoveActiveCustomizationsAsync } from "../../dataverse/overrides/bulkRemoveActiveCustomizationsAsync";
import { logicalNameOf } from "../../dataverse/overrides/componentTables";
import { removeActiveCustomization } from "../../dataverse/overrides/removeActiveCustomization";
import { removeActiveCustomizations } from "../../dataverse/overrides/removeActiveCustomizations";
import type { Transport } from "../../dataverse/transport";
import type { OverriddenComponent } from "../../domain/overrides/override";
import type { OverridesPorts } from "./ports";

/** What the server said to a removal, which is not yet what became of it. */
export type SentOutcome =
  /** It took the request, alone or in a job that has ended. */
  | { readonly status: "taken" }
  | { readonly status: "refused"; readonly error: DataverseError }
  /** It was sent, and nobody knows: it is looked up, never sent again. */
  | { readonly status: "unclear"; readonly error: DataverseError }
  | { readonly status: "notSent" };

const isPossiblyDone = (error: DataverseError): boolean => error.outcomeUnknown;

/** How the bulk job went. */
export type BulkOutcome =
  | { readonly status: "ended" }
  /** The server refused to start it: nothing was done. */
  | { readonly status: "refused" }
  /** Started or not, running or not: nobody knows. */
  | { readonly status: "unclear"; readonly error: DataverseError };

/**
 * Starts the bulk job, once, and follows it to its end. What it did to single components it does not say.
 * @param signal stops following, not the job
 */
export async function removeInBulk(
  components: readonly OverriddenComponent[],
  { transport, clock }: OverridesPorts,
  signal: AbortSignal,
): Promise<BulkOutcome> {
  const references = components.map(({ id, typeName }) => ({ id, logicalName: logicalNameOf(typeName) }));
  let jobId: string;
  try {
    jobId = (await bulkRemoveActiveCustomizationsAsync(references, transport)).asyncOperationId;
  } catch (error) {
    const known = asDataverseError(error);
    return isPossiblyDone(known) ? { status: "unclear", error: known } : { status: "refused" };
  }
  try {
    await waitForAsyncOperation(jobId, transport, { clock, signal });
    return { status: "ended" };
  } catch (error) {
    return { status: "unclear", error: asDataverseError(error) };
  }
}

/**
 * Takes one Active layer off. Where the function is refused as a request, the action of nearly the same name is tried:
 * the refusal proves that nothing was done, and some components are known to be taken by one of them only (fact sheet
 * §6.1).
 */
export async function removeOne(component: OverriddenComponent, transport: Transport): Promise<SentOutcome> {
  const { id, typeName } = component;
  const first = await sent(() => removeActiveCustomizations({ id, typeName }, transport));
  if (first.status !== "refused" || first.error.kind !== "badRequest") return first;
  const second = await sent(() => removeActiveCustomization({ id, logicalName: logicalNameOf(typeName) }, transport));
  // Of two refusals the first is about the component; the second may only be that the action does not exist.
  return second.status === "refused" ? first : second;
}

async function sent(send: () => Promise<void>): Promise<SentOutcome> {
  try {
    await send();
    return { status: "taken" };
  } catch (error) {
    const known = asDataverseError(error);
    return { status: isPossiblyDone(known) ? "unclear" : "refused", error: known };
  }
}

function asDataverseError(error: unknown): DataverseError {
  if (error instanceof DataverseError) return error;
  throw error;
}
