import * as React from "react";
import { createStyles } from "./theme/createStyles";
import { toneColor } from "./tone";

/** One moment of a trend: how many of each weight there were then. */
export interface TrendPoint {
  readonly key: string;
  /** All of it in words, for the tooltip: "12 November: 3 at risk, 5 need attention". */
  readonly title: string;
  readonly bad: number;
  readonly warning: number;
}

export interface TrendBarsProps {
  /** All of it in words: what a screen reader says in place of the picture. */
  readonly label: string;
  /** Oldest first. */
  readonly points: readonly TrendPoint[];
}

const HEIGHT = 36;
const BAR = 10;
const GAP = 4;

/**
 * Numbers over time, one bar a moment: what is bad stands filled at the foot, what needs attention framed above it, so
 * that the two differ without colour too. A picture: the page says the same in words or in a table.
 */
export function TrendBars({ label, points }: TrendBarsProps): React.ReactElement {
  const styles = useStyles();
  const most = Math.max(1, ...points.map(({ bad, warning }) => bad + warning));
  const heightOf = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * (HEIGHT - 2)));
  const width = Math.max(1, points.length) * (BAR + GAP) - GAP;
  return (
    <div className={styles.root}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        focusable="false"
      >
        {points.map(({ key, title, bad, warning }, index) => {
          const [foot, top] = [heightOf(bad), heightOf(warning)];
          const x = index * (BAR + GAP);
          return (
            <g key={key}>
              <title>{title}</title>
              <rect className={styles.base} x={x} y={HEIGHT - 1} width={BAR} height={1} />
              <rect className={styles.bad} x={x} y={HEIGHT - foot} width={BAR} height={foot} />
              {top > 0 && (
                <rect
                  className={styles.warning}
                  x={x + 0.75}
                  y={HEIGHT - foot - top + 0.75}
                  width={BAR - 1.5}
                  height={Math.max(0.5, top - 1.5)}
                />
              )}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

const useStyles = createStyles((theme) => {
  const forced = (color: string) => ({ "@media (forced-colors: active)": { fill: color, stroke: "CanvasText" } });
  return {
    // The newest moments stay in sight where not all of them fit; time runs as the page is read.
    root: {
      display: "flex",
      justifyContent: "flex-end",
      minWidth: 0,
      maxWidth: "100%",
      overflow: "hidden",
      selectors: { "[dir=rtl] & svg": { transform: "scaleX(-1)" } },
    },
    base: { fill: theme.palette.neutralTertiaryAlt },
    bad: { fill: toneColor(theme, "bad"), selectors: forced("CanvasText") },
    warning: {
      fill: theme.semanticColors.warningBackground,
      stroke: toneColor(theme, "warning"),
      strokeWidth: 1.5,
      selectors: forced("Canvas"),
    },
  };
});
