import * as React from "react";

/** Something to be pressed inside a row that opens when it is pressed: the row leaves it alone. */
export function RowControl({ children }: { readonly children: React.ReactNode }): React.ReactElement {
  return (
    <span data-selection-disabled="true" style={SELF}>
      {children}
    </span>
  );
}

const SELF: React.CSSProperties = { display: "inline-flex" };
