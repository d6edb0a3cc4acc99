import * as React from "react";
import type { Guid } from "../../domain/model/guid";
import type { ShownRow } from "../../domain/solutions/filterSolutions";
import { Check } from "../../ui/Check";
import type { GridColumn } from "../../ui/gridColumns";
import { RowControl } from "../../ui/RowControl";
import type { Product } from "../product";

/** A box for each managed solution: several can be previewed together. */
export function choiceColumn(
  { t }: Pick<Product, "t">,
  chosen: ReadonlySet<Guid>,
  onChoose: (chosen: ReadonlySet<Guid>) => void,
): GridColumn<ShownRow> {
  const toggle = (id: Guid): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    onChoose(next);
  };
  return {
    key: "choice",
    name: t("Choice_Column"),
    hiddenName: true,
    minWidth: 22,
    maxWidth: 22,
    essential: true,
    render: ({ solution }) =>
      solution.managed && (
        <RowControl>
          <Check
            bare
            label={t("Choice_Choose", t("Layers_Titled", solution.displayName, solution.version))}
            checked={chosen.has(solution.id)}
            onChange={() => toggle(solution.id)}
          />
        </RowControl>
      ),
  };
}
