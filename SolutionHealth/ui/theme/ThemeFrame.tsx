import { ThemeProvider } from "@fluentui/react";
import * as React from "react";
import { createAppTheme } from "./appTheme";
import { registerOwnIcons } from "../icons";

export interface ThemeFrameProps {
  readonly isDark: boolean;
  readonly tokens?: Readonly<Record<string, string>> | undefined;
  readonly rightToLeft: boolean;
  readonly children: React.ReactNode;
}

registerOwnIcons();

/** Wraps the whole product once: colours, font and direction of everything inside. */
export function ThemeFrame({ isDark, tokens, rightToLeft, children }: ThemeFrameProps): React.ReactElement {
  const theme = React.useMemo(
    () => createAppTheme({ isDark, rightToLeft, ...(tokens ? { tokens } : {}) }),
    [isDark, tokens, rightToLeft],
  );
  return (
    <ThemeProvider theme={theme} dir={rightToLeft ? "rtl" : "ltr"} style={FILL}>
      {children}
    </ThemeProvider>
  );
}

const FILL: React.CSSProperties = { width: "100%" };
