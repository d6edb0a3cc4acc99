import { Checkbox } from "@fluentui/react";
import * as React from "react";

export interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly onChange: () => void;
}

/** A box to tick. */
export function Check({ label, checked, disabled, onChange }: CheckProps): React.ReactElement {
  return <Checkbox label={label} checked={checked} disabled={disabled ?? false} onChange={onChange} />;
}
