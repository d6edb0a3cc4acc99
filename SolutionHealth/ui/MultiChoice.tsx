import { Dropdown } from "@fluentui/react";
import * as React from "react";
import type { ChoiceOption } from "./Choice";

export interface MultiChoiceProps<K extends string> {
  readonly label: string;
  /** Shown while nothing is chosen. */
  readonly placeholder: string;
  readonly values: readonly K[];
  readonly options: readonly ChoiceOption<K>[];
  readonly onChange: (keys: readonly K[]) => void;
  readonly disabled?: boolean;
}

/** Any number of several values, in a drop-down. */
export function MultiChoice<K extends string>(props: MultiChoiceProps<K>): React.ReactElement {
  const { label, placeholder, values, options, onChange, disabled } = props;
  return (
    <Dropdown
      multiSelect
      ariaLabel={label}
      placeholder={placeholder}
      disabled={disabled ?? false}
      selectedKeys={[...values]}
      options={options.map(({ key, text }) => ({ key, text }))}
      onChange={(_event, option) => {
        const chosen = options.find(({ key }) => key === option?.key)?.key;
        if (chosen === undefined) return;
        onChange(option?.selected ? [...values, chosen] : values.filter((key) => key !== chosen));
      }}
      calloutProps={LOW}
      styles={WIDTH}
    />
  );
}

const LOW = { calloutMaxHeight: 360 };
const WIDTH = { root: { width: 260, maxWidth: "100%" }, title: { borderRadius: 4 }, dropdown: { width: "100%" } };
