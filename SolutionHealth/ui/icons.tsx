import { registerIcons, setIconOptions, unregisterIcons } from "@fluentui/react";
import * as React from "react";

/**
 * Shapes on a grid of 16. Fluent's own icons are a font from another host, which a strict content security policy
 * refuses; so every icon that its parts ask for is drawn here, under the name they ask for.
 */
const SHAPES = {
  search: "M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.3 10.3l3.7 3.7",
  cross: "M3.5 3.5l9 9m0-9l-9 9",
  check: "M3 8.5l3.2 3.2L13 4.8",
  chevronDown: "M3.5 6l4.5 4.5L12.5 6",
  chevronUp: "M3.5 10L8 5.5l4.5 4.5",
  chevronRight: "M6 3.5l4.5 4.5L6 12.5",
  chevronLeft: "M10 3.5L5.5 8l4.5 4.5",
  doubleDown: "M4 4l4 4 4-4M4 8.5l4 4 4-4",
  doubleUp: "M4 12l4-4 4 4M4 7.500l4-4 4 4",
  arrowUp: "M8 13.500v-10M4 7l4-4 4 4",
  arrowDown: "M8 2.500v10M4 9l4 4 4-4",
  more: "M3.5 8h.01M8 8h.01M12.5 8h.01",
  refresh: "M13 8a5 5 0 1 1-1.5-3.500L13 6M13 2.500V6H9.5",
  download: "M8 2.500v8M4.5 7.500L8 11l3.5-3.500M3 13.500h10",
  copy: "M5.5 5.500h7v8h-7zM10.5 5.500v-3h-7v8h2",
  openOutside: "M7 3.500H3.500v9h9V9M9.5 2.500h4v4M13.5 2.500L8 8",
  filter: "M2.5 4h11M4.5 8h7M6.5 12h3",
  list: "M2.5 4h.01M5.5 4h8M2.5 8h.01M5.5 8h8M2.5 12h.01M5.5 12h8",
  circle: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  circleCheck: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.3 8.200l1.9 1.9 3.5-3.7",
  circleOpenCheck: "M10.300 2.450A6 6 0 1 0 13.600 5.800M5.300 8.200l1.900 1.900 3.500-3.700",
  circleCross: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.8 5.800l4.4 4.400m0-4.400l-4.4 4.4",
  circleMinus: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM5.2 8h5.6",
  info: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 7.300v3.700M8 5h.01",
  question:
    "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM6.3 6.300a1.75 1.75 0 1 1 2.5 1.600c-.5.3-.8.6-.8 1.100v.3M8 11.200h.01",
  warning: "M8 2.500L14 13.500H2ZM8 6.500v3.500M8 11.800h.01",
  clock: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2ZM8 5v3.200l2.2 1.6",
  box: "M8 2l5.5 2.700v6.600L8 14l-5.5-2.700V4.700ZM2.5 4.700L8 7.400l5.5-2.700M8 7.400V14",
  lock: "M4 7.500h8v6H4zM5.7 7.500V5.300a2.3 2.3 0 0 1 4.6 0v2.2",
  gripper: "M8 3v10",
  patch: "M3 5.500h10v5H3zM6.5 5.500v5M9.5 5.500v5",
  layers: "M8 2.500L14 5.500 8 8.500 2 5.500ZM2 8l6 3 6-3M2 10.500l6 3 6-3",
  upload: "M8 11V2.500M4.5 6L8 2.500 11.5 6M3 13.500h10",
  undo: "M3.5 3v4h4M3.800 7A5 5 0 1 1 5 11.800",
  swap: "M2.500 5.500h11M11 3l2.500 2.500L11 8M13.500 10.500h-11M5 8l-2.500 2.500L5 13",
  plus: "M8 3v10M3 8h10",
  minus: "M3 8h10",
  none: "",
} as const;

export type IconShape = keyof typeof SHAPES;

export interface GlyphProps {
  readonly shape: IconShape;
  /** Pixels; 16 unless told. */
  readonly size?: number;
}

/** An icon in the colour of the text around it; says nothing to a screen reader, the word beside it does. */
export function Glyph({ shape, size = 16 }: GlyphProps): React.ReactElement {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={shape === "more" ? 2 : 1.3}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
      style={GLYPH_STYLE}
    >
      <path d={SHAPES[shape]} />
    </svg>
  );
}

const GLYPH_STYLE: React.CSSProperties = { display: "inline-block", verticalAlign: "-0.15em", flexShrink: 0 };

/** Names that Fluent's parts in use here ask for, and the commands' own. */
const NAMES: Readonly<Record<string, IconShape>> = {
  Search: "search",
  Clear: "cross",
  Cancel: "cross",
  CheckMark: "check",
  ChevronDown: "chevronDown",
  ChevronUp: "chevronUp",
  ChevronRight: "chevronRight",
  ChevronRightMed: "chevronRight",
  ChevronLeft: "chevronLeft",
  DoubleChevronDown: "doubleDown",
  DoubleChevronUp: "doubleUp",
  SortUp: "arrowUp",
  SortDown: "arrowDown",
  More: "more",
  CircleRing: "circle",
  StatusCircleCheckmark: "check",
  CircleShapeSolid: "circle",
  GripperBarVertical: "gripper",
  Filter: "filter",
  GroupedDescending: "list",
  Tag: "list",
  None: "none",
  Info: "info",
  ErrorBadge: "circleCross",
  Blocked2: "circleMinus",
  Warning: "warning",
  Completed: "circleCheck",
  Refresh: "refresh",
  Download: "download",
  Copy: "copy",
  OpenInNewWindow: "openOutside",
  Upload: "upload",
  Undo: "undo",
  Add: "plus",
};

/**
 * Gives Fluent our drawings. The platform's Fluent file comes with its icon font registered, which it would fetch
 * from another host: for the names used here our drawings take its place. Fluent would warn of each name it does not know yet.
 */
export function registerOwnIcons(): void {
  const icons: Record<string, JSX.Element> = {};
  for (const [name, shape] of Object.entries(NAMES)) icons[name] = <Glyph shape={shape} />;
  setIconOptions({ disableWarnings: true });
  unregisterIcons(Object.keys(icons));
  setIconOptions({ disableWarnings: false });
  registerIcons({ icons });
}
