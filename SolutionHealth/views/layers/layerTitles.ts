import * as React from "react";
import { nameKey } from "../../domain/solutions/solutionNames";
import type { LayerView } from "../../state/overrides/model";
import { useNames } from "../overrides/names";
import { useProduct } from "../product";

/** How each layer of a stack is called, top first: "Active (unmanaged)", "Contoso Sales 4.2.0.0", "System". */
export function useLayerTitles({ stack, versions }: LayerView): readonly string[] {
  const names = useNames();
  const { t } = useProduct();
  return React.useMemo(
    () =>
      stack.layers.map(({ kind, solution }) => {
        if (kind === "active") return t("Layers_Active");
        if (kind === "system") return t("Layers_System");
        const version = versions.get(nameKey(solution));
        return version === undefined ? names.solution(solution) : t("Layers_Titled", names.solution(solution), version);
      }),
    [stack, versions, names, t],
  );
}
