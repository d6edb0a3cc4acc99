import type { Permission } from "../../state/model";
import { useProduct } from "../product";
import { shown } from "../resource";

/** What an uninstall needs (fact sheet §12). The server decides all the same. */
export const UNINSTALL_PRIVILEGE = "prvDeleteSolution";

/** Whether the person may uninstall. Read-only until proven able: not known counts as not allowed. */
export function useMayUninstall(): Permission {
  const { state } = useProduct();
  return shown(state.privileges)?.get(UNINSTALL_PRIVILEGE) ?? "unknown";
}
