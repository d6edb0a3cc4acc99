import * as React from "react";
import { componentTypeName } from "../../domain/components/componentTypes";
import { SYSTEM_LAYER } from "../../domain/layers/componentLayer";
import type { OverriddenComponent } from "../../domain/overrides/override";
import { nameKey } from "../../domain/solutions/solutionNames";
import { useProduct } from "../product";
import { shown } from "../resource";

/** How things are called on the page. */
export interface Names {
  /** Display name of a solution by its unique name; the name itself where none is installed. */
  readonly solution: (uniqueName: string | undefined) => string;
  /** A component's type in the user's language where the platform gave it, else as this environment calls it. */
  readonly type: (component: Pick<OverriddenComponent, "type" | "typeName">) => string;
}

/** Names from what is loaded; the same object while that is the same. */
export function useNames(): Names {
  const { t, state } = useProduct();
  const solutions = shown(state.solutions);
  const typeNames = shown(state.typeNames);
  return React.useMemo(() => {
    const byName = new Map(solutions?.map((it) => [nameKey(it.uniqueName), it.displayName]));
    return {
      solution: (uniqueName) => {
        if (uniqueName === undefined || uniqueName === "") return t("Overrides_OwnerUnknown");
        if (nameKey(uniqueName) === nameKey(SYSTEM_LAYER)) return t("Layers_System");
        return byName.get(nameKey(uniqueName)) ?? uniqueName;
      },
      type: ({ type, typeName }) => {
        const { textKey } = componentTypeName(type, typeNames);
        return textKey === undefined ? typeName : t(textKey);
      },
    };
  }, [t, solutions, typeNames]);
}
