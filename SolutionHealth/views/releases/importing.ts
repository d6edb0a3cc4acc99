import type { Permission } from "../../state/model";
import { useProduct } from "../product";
import { shown } from "../resource";

/** What an import needs before anything else (fact sheet §12). */
export const IMPORT_PRIVILEGE = "prvImportCustomization";

/** Whether the person may import. Read-only until proven able: not known counts as not allowed. */
export function useMayImport(): Permission {
  const { state } = useProduct();
  return shown(state.privileges)?.get(IMPORT_PRIVILEGE) ?? "unknown";
}
