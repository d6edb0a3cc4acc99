import { useProduct } from "../product";
import { shown } from "../resource";

/** What taking back and putting back need (the sandbox and old message pages say so; newer lists name none [?]). */
export const WRITE_PRIVILEGE = "prvWriteCustomization";

/** Whether the person may change anything here. Read-only until proven able: not known counts as not allowed. */
export function useMayWrite(): "granted" | "missing" | "unknown" {
  const { state } = useProduct();
  return shown(state.privileges)?.get(WRITE_PRIVILEGE) ?? "unknown";
}
