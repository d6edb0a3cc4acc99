import { createTheme } from "@fluentui/react";
import type { IPalette, ISemanticColors, ITheme } from "@fluentui/react";
import { contrastOf } from "./contrast";
import { tokenReader } from "./tokens";
import type { TokenName } from "./tokens";

/** What the host says about its looks; `tokens` are Fluent 9 design tokens by name. */
export interface ThemeInput {
  readonly isDark: boolean;
  readonly tokens?: Readonly<Record<string, string>>;
  readonly rightToLeft: boolean;
}

type Read = (name: TokenName) => string;

/**
 * Builds a Fluent 8 theme from the host's Fluent 9 tokens, since Fluent 8 does not inherit them (platform libraries
 * offer no bridge). The font family never names Fluent's own web fonts: these would be fetched from another host.
 */
export function createAppTheme(input: ThemeInput): ITheme {
  const read = tokenReader(input.isDark, input.tokens);
  return createTheme({
    isInverted: input.isDark,
    rtl: input.rightToLeft,
    defaultFontStyle: { fontFamily: withoutWebFonts(read("fontFamilyBase")) },
    palette: paletteOf(read),
    semanticColors: { ...baseColorsOf(read), ...statusColorsOf(read) },
  });
}

/** The host's token names Fluent's web fonts, too, which the browser would then fetch from their own host. */
const withoutWebFonts = (families: string): string =>
  families
    .split(",")
    .filter((family) => !/\bweb\b/i.test(family))
    .join(",");

/** Family for ids, paths and error texts. */
export const MONOSPACE = "Consolas, 'Cascadia Mono', 'Courier New', monospace";

function paletteOf(read: Read): Partial<IPalette> {
  return {
    // Fluent 8 paints icons and marks with these, so they must stand out from the background, in dark themes too.
    themePrimary: read("colorBrandForeground1"),
    themeDarkAlt: read("colorBrandForeground1"),
    themeDark: read("colorBrandForegroundLinkHover"),
    themeDarker: read("colorBrandForegroundLinkHover"),
    themeSecondary: read("colorBrandForeground1"),
    themeTertiary: read("colorBrandForeground1"),
    themeLight: read("colorBrandBackground2"),
    themeLighter: read("colorBrandBackground2"),
    themeLighterAlt: read("colorBrandBackground2"),
    white: read("colorNeutralBackground1"),
    neutralLighterAlt: read("colorNeutralBackground2"),
    neutralLighter: surface("colorNeutralBackground1Hover", read),
    neutralLight: surface("colorNeutralBackground1Selected", read),
    neutralQuaternaryAlt: surface("colorNeutralBackground1Pressed", read),
    neutralQuaternary: read("colorNeutralStroke2"),
    neutralTertiaryAlt: read("colorNeutralStroke1"),
    neutralTertiary: read("colorNeutralForegroundDisabled"),
    neutralSecondaryAlt: read("colorNeutralForeground3"),
    neutralSecondary: read("colorNeutralForeground3"),
    neutralPrimaryAlt: read("colorNeutralForeground2"),
    neutralPrimary: read("colorNeutralForeground1"),
    neutralDark: read("colorNeutralForeground1"),
    black: read("colorNeutralForeground1"),
  };
}

/** What WCAG 2 asks for between a text and what is behind it. */
const READABLE = 4.5;

/**
 * A background for what is hovered, chosen or pressed. High-contrast themes turn the text round as well, for which
 * Fluent 8 has no colour in rows and cells: there the plain background stays, so that every text stays readable.
 */
function surface(name: TokenName, read: Read): string {
  const color = read(name);
  const contrast = contrastOf(color, read("colorNeutralForeground3"));
  return contrast !== undefined && contrast < READABLE ? read("colorNeutralBackground1") : color;
}

function baseColorsOf(read: Read): Partial<ISemanticColors> {
  return {
    bodyBackground: read("colorNeutralBackground1"),
    bodyText: read("colorNeutralForeground1"),
    bodySubtext: read("colorNeutralForeground3"),
    bodyDivider: read("colorNeutralStroke2"),
    inputBorder: read("colorNeutralStrokeAccessible"),
    inputPlaceholderText: read("colorNeutralForeground3"),
    inputFocusBorderAlt: read("colorBrandForeground1"),
    focusBorder: read("colorNeutralForeground1"),
    link: read("colorBrandForegroundLink"),
    linkHovered: read("colorBrandForegroundLinkHover"),
    primaryButtonBackground: read("colorBrandBackground"),
    primaryButtonBackgroundHovered: read("colorBrandBackgroundHover"),
    primaryButtonBackgroundPressed: read("colorBrandBackgroundPressed"),
    primaryButtonText: read("colorNeutralForegroundOnBrand"),
    primaryButtonTextHovered: read("colorNeutralForegroundOnBrand"),
    primaryButtonTextPressed: read("colorNeutralForegroundOnBrand"),
    accentButtonBackground: read("colorStatusDangerBackground3"),
  };
}

function statusColorsOf(read: Read): Partial<ISemanticColors> {
  return {
    errorText: read("colorStatusDangerForeground3"),
    errorIcon: read("colorStatusDangerForeground1"),
    errorBackground: read("colorStatusDangerBackground1"),
    blockingIcon: read("colorStatusDangerForeground1"),
    blockingBackground: read("colorStatusDangerBackground1"),
    warningText: read("colorNeutralForeground1"),
    warningIcon: read("colorStatusWarningForeground1"),
    warningBackground: read("colorStatusWarningBackground1"),
    severeWarningIcon: read("colorStatusWarningForeground1"),
    severeWarningBackground: read("colorStatusWarningBackground1"),
    successText: read("colorStatusSuccessForeground1"),
    successIcon: read("colorStatusSuccessForeground1"),
    successBackground: read("colorStatusSuccessBackground1"),
    infoIcon: read("colorNeutralForeground3"),
    infoBackground: read("colorNeutralBackground3"),
    messageText: read("colorNeutralForeground1"),
    messageLink: read("colorBrandForegroundLink"),
    messageLinkHovered: read("colorBrandForegroundLinkHover"),
  };
}
