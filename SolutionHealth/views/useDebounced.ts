import * as React from "react";
import type { Host } from "./host";

/** A value that follows its source after `milliseconds` of quiet. */
export function useDebounced<T>(value: T, milliseconds: number, after: Host["after"]): T {
  const [settled, setSettled] = React.useState(value);
  React.useEffect(() => after(milliseconds, () => setSettled(value)), [value, milliseconds, after]);
  return settled;
}
