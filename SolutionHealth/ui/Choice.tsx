import { Dropdown } from "@fluentui/react";
import * as React from "react";

export interface ChoiceOption<K extends string> {
  readonly key: K;
  readonly text: string;
}

export interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly value: K;
  readonly options: readonly ChoiceOption<K>[];
  readonly onChange: (key: K) => void;
}

/** One of several values, in a drop-down. The label is its name; the first option is meant to say "all". */
export function Choice<K extends string>({ label, value, options, onChange }: ChoiceProps<K>): React.ReactElement {
  return (
    <Dropdown
      ariaLabel={label}
      selectedKey={value}
      options={options.map(({ key, text }) => ({ key, text }))}
      onChange={(_event, option) => {
        const chosen = options.find(({ key }) => key === option?.key);
        if (chosen) onChange(chosen.key);
      }}
      dropdownWidth="auto"
      styles={WIDTH}
    />
  );
}

const WIDTH = { root: { width: 168, maxWidth: "100%" }, title: { borderRadius: 4 }, dropdown: { width: "100%" } };
