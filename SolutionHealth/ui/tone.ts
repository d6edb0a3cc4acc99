import type { ITheme } from "@fluentui/react";
import type { IconShape } from "./icons";

/**
 * How a thing stands; always told by icon and word together, never by colour alone. `unproven`: nothing speaks against it, and
 * not everything was looked at.
 */
export type Tone = "good" | "unproven" | "warning" | "bad" | "neutral" | "busy" | "unknown";

export const TONE_SHAPE: Readonly<Record<Tone, IconShape>> = {
  good: "circleCheck",
  unproven: "circleOpenCheck",
  warning: "warning",
  bad: "circleCross",
  neutral: "circleMinus",
  busy: "clock",
  unknown: "question",
};

export function toneColor(theme: ITheme, tone: Tone): string {
  const colors = theme.semanticColors;
  switch (tone) {
    case "good":
      return colors.successIcon;
    case "warning":
      return colors.warningIcon;
    case "bad":
      return colors.errorIcon;
    case "busy":
      return theme.palette.themeSecondary;
    case "unproven":
    case "neutral":
    case "unknown":
      return colors.bodySubtext;
  }
}
