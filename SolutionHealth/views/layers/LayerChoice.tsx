import * as React from "react";
import type { LayerView } from "../../state/overrides/model";
import { Choice } from "../../ui/Choice";
import { useLayerTitles } from "./layerTitles";

export interface LayerChoiceProps {
  readonly label: string;
  readonly view: LayerView;
  /** Position, 0 = top. */
  readonly value: number;
  readonly onChange: (layer: number) => void;
}

/** One layer of the stack. */
export function LayerChoice({ label, view, value, onChange }: LayerChoiceProps): React.ReactElement {
  const titles = useLayerTitles(view);
  return (
    <Choice
      label={label}
      value={String(value)}
      options={titles.map((text, index) => ({ key: String(index), text }))}
      onChange={(key) => onChange(Number(key))}
    />
  );
}
