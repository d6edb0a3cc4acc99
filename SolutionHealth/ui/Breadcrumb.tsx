import * as React from "react";
import { Glyph } from "./icons";
import { TextButton } from "./Text";
import { createStyles } from "./theme/createStyles";

export interface Crumb {
  readonly text: string;
  /** Left out for where one is. */
  readonly onClick?: () => void;
}

/** The way from the page to here. */
export function Breadcrumb({
  label,
  crumbs,
}: {
  readonly label: string;
  readonly crumbs: readonly Crumb[];
}): React.ReactElement {
  const styles = useStyles();
  return (
    <nav aria-label={label}>
      <ol className={styles.root}>
        {crumbs.map(({ text, onClick }, index) => (
          <li key={index} className={styles.item}>
            {index > 0 && (
              <span className={styles.arrow}>
                <Glyph shape="chevronRight" size={12} />
              </span>
            )}
            {onClick ? <TextButton onClick={onClick}>{text}</TextButton> : <span aria-current="page">{text}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

const useStyles = createStyles(() => ({
  root: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexWrap: "wrap", gap: 6 },
  item: { display: "inline-flex", alignItems: "center", gap: 6, minWidth: 0, overflowWrap: "anywhere" },
  arrow: { display: "inline-flex", selectors: { "[dir=rtl] &": { transform: "scaleX(-1)" } } },
}));
