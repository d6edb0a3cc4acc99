import type { LayerRow, LayerStack } from "../../../SolutionHealth/domain/layers/componentLayer";
import { toLayerStack } from "../../../SolutionHealth/domain/layers/layerStack";
import type { Properties } from "../../../SolutionHealth/domain/model/property";

export const ID = "645527e4-8904-4c8e-a6f5-52876b7880c6";

/** Properties as the layer table writes them. */
export const attributesText = (properties: Properties): string =>
  JSON.stringify({ Attributes: Object.entries(properties).map(([Key, Value]) => ({ Key, Value })) });

export const childrenText = (collections: Readonly<Record<string, readonly Properties[]>>): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(collections).map(([name, children]) => [
        name,
        { Entities: children.map((child) => JSON.parse(attributesText(child)) as object) },
      ]),
    ),
  );

/** A layer that changes these properties; its full text holds what is given beside them. */
export const layer = (
  solution: string,
  changes: Properties,
  more: Partial<LayerRow> & { all?: Properties } = {},
): LayerRow => {
  const { all = {}, ...row } = more;
  return {
    name: "thing",
    solution,
    publisher: "Contoso",
    order: 0,
    changes: attributesText(changes),
    componentJson: attributesText({ ...all, ...changes }),
    children: null,
    ...row,
  };
};

/** A stack from the layers as one reads them: top first. */
export const stackOf = (typeName: string, ...rows: readonly LayerRow[]): LayerStack =>
  toLayerStack(
    { id: ID, typeName },
    rows.map((row, index) => ({ ...row, order: rows.length - index })),
  );
