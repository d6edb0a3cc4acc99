import * as React from "react";
import type { Host } from "../host";

/**
 * Shortcuts of the page: `/` and Ctrl+F go to the search, Escape closes the panel. All of them have a button or a
 * field as well. Keys that belong to somebody else – the host's own page, a field being written in – are left alone.
 * @returns where the search field leaves the function that focuses it
 */
export function usePageKeys(
  onKey: Host["onKey"],
  close: (() => void) | undefined,
): React.MutableRefObject<(() => void) | undefined> {
  const focusSearch = React.useRef<(() => void) | undefined>();
  const latestClose = React.useRef(close);
  React.useEffect(() => {
    latestClose.current = close;
  });
  React.useEffect(
    () =>
      onKey((event) => {
        if (event.defaultPrevented || !isOurs(event)) return;
        if (isSearchKey(event) && focusSearch.current) {
          event.preventDefault();
          focusSearch.current();
        }
        if (event.key === "Escape") latestClose.current?.();
      }),
    [onKey],
  );
  return focusSearch;
}

const isSearchKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  (key === "/" && !ctrlKey && !metaKey && !altKey) || (key.toLowerCase() === "f" && (ctrlKey || metaKey) && !altKey);

/** Inside the control, or nowhere in particular. */
function isOurs(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof Element)) return true;
  if (target.matches("input, textarea, select, [contenteditable]") && event.key !== "Escape" && !event.ctrlKey) {
    return false;
  }
  return target.tagName === "BODY" || target.closest("[data-solution-health]") !== null;
}
