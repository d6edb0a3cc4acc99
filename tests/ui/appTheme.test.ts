import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/tokens";
import { createAppTheme } from "../../SolutionHealth/ui/theme/appTheme";

/** Relative luminance and contrast as WCAG 2 defines them. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [red, green, blue] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    }) as [number, number, number];
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** The tokens that are texts: the product reads no others. */
function textTokens(theme: object): Record<string, string> {
  const texts = Object.entries(theme).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}

describe("createAppTheme", () => {
  it("takes the host's colours", () => {
    const tokens = { colorNeutralBackground1: "#123456" };
    expect(createAppTheme({ isDark: false, tokens, rightToLeft: false }).semanticColors.bodyBackground).toBe("#123456");
  });

  it("never names Fluent's web fonts, which the browser would fetch from their own host", () => {
    const tokens = { fontFamilyBase: "'Segoe UI', 'Segoe UI Web (West European)', sans-serif" };
    const { fonts } = createAppTheme({ isDark: false, tokens, rightToLeft: false });
    const families = Object.values(fonts).map(({ fontFamily }) => String(fontFamily));
    expect(families.filter((family) => /\bweb\b/i.test(family))).toEqual([]);
    expect(fonts.medium.fontFamily).toContain("'Segoe UI'");
  });

  it.each([
    ["light", false, webLightTheme],
    ["dark", true, webDarkTheme],
    ["high-contrast", true, teamsHighContrastTheme],
  ])("keeps text readable on rows that are hovered, chosen or pressed in a %s host", (_name, isDark, tokens) => {
    const { palette, semanticColors } = createAppTheme({ isDark, tokens: textTokens(tokens), rightToLeft: false });
    for (const background of [palette.neutralLighter, palette.neutralLight, palette.neutralQuaternaryAlt]) {
      expect(contrast(semanticColors.bodyText, background)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(semanticColors.bodySubtext, background)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("takes a background that it cannot weigh from the host as it is", () => {
    const tokens = { colorNeutralBackground1Hover: "rgba(0, 0, 0, 0.1)" };
    const { palette } = createAppTheme({ isDark: false, tokens, rightToLeft: false });
    expect(palette.neutralLighter).toBe("rgba(0, 0, 0, 0.1)");
  });

  describe.each([
    ["light", false],
    ["dark", true],
  ])("in its own %s colours", (_name, isDark) => {
    const { semanticColors: colors, palette } = createAppTheme({ isDark, rightToLeft: false });

    it.each([
      ["text", colors.bodyText],
      ["secondary text", colors.bodySubtext],
      ["links", colors.link],
      ["text of errors", colors.errorText],
    ])("sets %s off from the background by 4.5 to 1", (_what, color) => {
      expect(contrast(color, colors.bodyBackground)).toBeGreaterThanOrEqual(4.5);
    });

    it.each([
      ["good", colors.successIcon],
      ["warning", colors.warningIcon],
      ["bad", colors.errorIcon],
      ["busy", palette.themeSecondary],
      ["icons of commands", palette.themePrimary],
      ["borders of fields", colors.inputBorder],
    ])("sets %s off from the background by 3 to 1", (_what, color) => {
      expect(contrast(color, colors.bodyBackground)).toBeGreaterThanOrEqual(3);
    });

    it("keeps the word on the mark of a production environment readable", () => {
      expect(contrast(colors.primaryButtonText, colors.accentButtonBackground)).toBeGreaterThanOrEqual(4.5);
    });
  });
});
