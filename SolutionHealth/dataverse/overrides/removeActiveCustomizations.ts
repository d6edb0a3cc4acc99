import type { ComponentRef } from "../../domain/layers/componentLayer";
import { quoted } from "../odata";
import type { Transport } from "../transport";

export const removeActiveCustomizationsQuery = ({ id, typeName }: ComponentRef): string =>
  `RemoveActiveCustomizations(SolutionComponentName=${encodeURIComponent(quoted(typeName))},ComponentId=${id})`;

/**
 * Takes the Active layer of one component off. A function, hence a GET, which deletes all the same (fact sheet §6.1): sent
 * once, never out of a cache. Where Active is the only layer it deletes the component: to be guarded against before.
 * A good answer is no proof, since its body is not documented and a component without the layer gets one too: read again.
 * @throws DataverseError, with `outcomeUnknown` where it may have taken effect
 */
export async function removeActiveCustomizations(
  component: ComponentRef,
  transport: Transport,
  signal?: AbortSignal,
): Promise<void> {
  await transport.callOnce(removeActiveCustomizationsQuery(component), signal && { signal });
}
