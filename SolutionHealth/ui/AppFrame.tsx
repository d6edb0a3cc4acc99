import * as React from "react";
import { createStyles } from "./theme/createStyles";

export interface AppFrameProps {
  /** Who and where: stays in sight. */
  readonly identity: React.ReactNode;
  readonly commands: React.ReactNode;
  /** A thin line under the head while something is read. */
  readonly progress: React.ReactNode;
  readonly notices: React.ReactNode;
  /** At the bottom edge, below the page. */
  readonly tray: React.ReactNode;
  readonly children: React.ReactNode;
  readonly label: string;
}

/**
 * The whole control: a head that stays, and the page below in the height that is left. Hosts do not tell the height
 * (`allocatedHeight` is always -1 in model-driven apps), so it is the window's, less what stands above the control.
 */
export function AppFrame(props: AppFrameProps): React.ReactElement {
  const styles = useStyles();
  const root = React.useRef<HTMLElement>(null);
  const [top, setTop] = React.useState(0);
  React.useLayoutEffect(() => {
    const found = Math.max(0, Math.round(root.current?.getBoundingClientRect().top ?? 0));
    setTop(Math.min(found, 240));
  }, []);
  return (
    <section
      ref={root}
      className={styles.root}
      style={{ height: `calc(100vh - ${top}px)` }}
      aria-label={props.label}
      data-solution-health=""
    >
      <header className={styles.head}>
        <div className={styles.identity}>{props.identity}</div>
        <div className={styles.commands}>{props.commands}</div>
      </header>
      <div className={styles.progress}>{props.progress}</div>
      <div className={styles.notices}>{props.notices}</div>
      <div className={styles.page}>{props.children}</div>
      {props.tray}
    </section>
  );
}

const useStyles = createStyles((theme) => ({
  root: {
    display: "flex",
    flexDirection: "column",
    boxSizing: "border-box",
    width: "100%",
    minHeight: 420,
    color: theme.semanticColors.bodyText,
    background: theme.semanticColors.bodyBackground,
    textAlign: "start",
  },
  head: {
    display: "flex",
    flexWrap: "wrap",
    alignItems: "center",
    justifyContent: "space-between",
    gap: "4px 16px",
    padding: "8px 16px 2px",
  },
  identity: { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "2px 10px", minWidth: 0 },
  commands: { display: "flex", alignItems: "center", gap: 4 },
  progress: { height: 2, overflow: "hidden" },
  notices: {
    display: "flex",
    flexDirection: "column",
    gap: 8,
    padding: "4px 16px 8px",
    selectors: { ":empty": { display: "none" } },
  },
  page: {
    display: "flex",
    flexDirection: "column",
    flex: "1 1 auto",
    minHeight: 0,
    padding: "0 16px 8px",
    // Where the tray leaves it too little height, it scrolls instead of lying over the tray.
    overflowX: "hidden",
    overflowY: "auto",
  },
}));
