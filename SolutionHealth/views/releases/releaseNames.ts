import * as React from "react";
import { componentTypeName } from "../../domain/components/componentTypes";
import { CLASSIC_TYPE_NAMES } from "../../domain/components/classicTypeNames";
import type { ReleaseComponent } from "../../domain/releases/releasePreview";
import { useProduct } from "../product";
import { shown } from "../resource";
import { type RollbackNames, useRollbackNames } from "../rollbacks/rollbackNames";

/** How the things of a release are called on the page. */
export interface ReleaseNames extends Pick<RollbackNames, "solution" | "layer" | "layers" | "why"> {
  readonly title: (component: ReleaseComponent) => string;
  /** With its type: "Old reference (Columns)". */
  readonly titled: (component: ReleaseComponent) => string;
  readonly type: (component: Pick<ReleaseComponent, "type" | "typeName">) => string;
  /** Its technical name where that is not its title, and its table: "con_name · con_project". */
  readonly place: (component: ReleaseComponent) => string;
}

/** Numbers of types by their platform names, where a package names a type and not its number. */
const NUMBERS = new Map([...CLASSIC_TYPE_NAMES].map(([number, name]) => [name.toLowerCase(), number]));

/** The same object while what is loaded is the same. */
export function useReleaseNames(): ReleaseNames {
  const { t, state } = useProduct();
  const { solution, layer, layers, why } = useRollbackNames();
  const typeNames = shown(state.typeNames);
  return React.useMemo(() => {
    const title = ({ displayName, name, key }: ReleaseComponent): string => displayName || name || key;
    const type: ReleaseNames["type"] = (component) => {
      const { typeName } = component;
      const number = typeof component.type === "number" ? component.type : NUMBERS.get(typeName.toLowerCase());
      if (number === undefined) return typeName;
      const { textKey } = componentTypeName(number, typeNames);
      return textKey === undefined ? typeName : t(textKey);
    };
    return {
      solution,
      layer,
      layers,
      why,
      title,
      titled: (component) => t("Release_Titled", title(component), type(component)),
      type,
      place: (component) => {
        const { name, table } = component;
        const own = name !== "" && name !== title(component) ? [name] : [];
        return [...own, ...(table !== undefined && table !== name && table !== "" ? [table] : [])].join(" · ");
      },
    };
  }, [t, typeNames, solution, layer, layers, why]);
}
