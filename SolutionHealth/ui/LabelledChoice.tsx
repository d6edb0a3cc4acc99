import { Dropdown } from "@fluentui/react";
import * as React from "react";
import type { ChoiceProps } from "./Choice";

/** One of several values in a form: the label stands above it. */
export function LabelledChoice<K extends string>(props: ChoiceProps<K>): React.ReactElement {
  const { label, value, options, onChange } = props;
  return (
    <Dropdown
      label={label}
      selectedKey={value}
      options={options.map(({ key, text }) => ({ key, text }))}
      onChange={(_event, option) => {
        const chosen = options.find(({ key }) => key === option?.key);
        if (chosen) onChange(chosen.key);
      }}
    />
  );
}
