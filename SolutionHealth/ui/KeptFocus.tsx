import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface KeptFocusProps {
  readonly children: React.ReactNode;
  /** Takes part in the layout of what is around it, as one column. */
  readonly gap?: number;
}

/** Gives the focus to the area around, where nothing else has it. */
const Around = React.createContext<() => void>(() => undefined);

/**
 * Where the element that has the focus goes away – a button that begins something and is replaced by its progress – the next Tab
 * would begin at the top of the host's page. The focus stays here instead, and Tab goes on from here. An area that closes, with
 * what opened it gone, hands it to the one around it.
 */
export function KeptFocus({ children, gap = 0 }: KeptFocusProps): React.ReactElement {
  const styles = useStyles();
  const root = React.useRef<HTMLDivElement>(null);
  const held = React.useRef(false);
  const around = React.useContext(Around);
  const take = React.useCallback((): void => {
    const area = root.current;
    const { activeElement = null, body } = area?.ownerDocument ?? {};
    if (activeElement === null || activeElement === body) area?.focus({ preventScroll: true });
  }, []);
  React.useEffect(() => {
    const area = root.current;
    const observer = new MutationObserver(() => held.current && take());
    if (area) observer.observe(area, { childList: true, subtree: true });
    return () => {
      observer.disconnect();
      // Once all of it is gone, and Fluent has given the focus back where it can.
      if (held.current) void Promise.resolve().then(around);
    };
  }, [take, around]);
  return (
    <div
      ref={root}
      className={styles.root}
      style={{ gap }}
      tabIndex={-1}
      onFocus={() => void (held.current = true)}
      // React tells of no blur where the element itself was taken away: only of a person who goes elsewhere.
      onBlur={() => void (held.current = false)}
    >
      <Around.Provider value={take}>{children}</Around.Provider>
    </div>
  );
}

const useStyles = createStyles(() => ({
  root: { display: "flex", flexDirection: "column", minWidth: 0, outline: "none" },
}));
