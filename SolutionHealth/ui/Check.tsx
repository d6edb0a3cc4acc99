import { Checkbox } from "@fluentui/react";
import * as React from "react";

export interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly disabled?: boolean;
  /** The label is only read aloud: for a row that names itself. */
  readonly bare?: boolean;
  readonly onChange: () => void;
}

/** A box to tick. */
export function Check({ label, checked, disabled, bare, onChange }: CheckProps): React.ReactElement {
  const named = bare ? { ariaLabel: label } : { label };
  return <Checkbox {...named} checked={checked} disabled={disabled ?? false} onChange={onChange} />;
}
