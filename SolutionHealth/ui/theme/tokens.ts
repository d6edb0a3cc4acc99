/** Names of the design tokens this product reads from `fluentDesignLanguage.tokenTheme`. */
export type TokenName = keyof typeof LIGHT;

/** Values for hosts that give no theme, or only some tokens. */
const LIGHT = {
  fontFamilyBase: "'Segoe UI', system-ui, -apple-system, Roboto, 'Helvetica Neue', sans-serif",
  colorBrandBackground: "#0f6cbd",
  colorBrandBackgroundHover: "#115ea3",
  colorBrandBackgroundPressed: "#0c3b5e",
  colorBrandBackground2: "#ebf3fc",
  colorBrandForeground1: "#0f6cbd",
  colorBrandForegroundLink: "#115ea3",
  colorBrandForegroundLinkHover: "#0f548c",
  colorNeutralForegroundOnBrand: "#ffffff",
  colorNeutralBackground1: "#ffffff",
  colorNeutralBackground1Hover: "#f5f5f5",
  colorNeutralBackground1Pressed: "#e0e0e0",
  colorNeutralBackground1Selected: "#ebebeb",
  colorNeutralBackground2: "#fafafa",
  colorNeutralBackground3: "#f5f5f5",
  colorNeutralForeground1: "#242424",
  colorNeutralForeground2: "#424242",
  colorNeutralForeground3: "#616161",
  colorNeutralForegroundDisabled: "#bdbdbd",
  colorNeutralStroke1: "#d1d1d1",
  colorNeutralStroke2: "#e0e0e0",
  colorNeutralStrokeAccessible: "#616161",
  colorStatusDangerBackground1: "#fdf3f4",
  colorStatusDangerBackground3: "#c50f1f",
  colorStatusDangerForeground1: "#b10e1c",
  colorStatusDangerForeground3: "#c50f1f",
  colorStatusWarningBackground1: "#fff9f5",
  colorStatusWarningForeground1: "#bc4b09",
  colorStatusSuccessBackground1: "#f1faf1",
  colorStatusSuccessForeground1: "#0e700e",
};

const DARK: typeof LIGHT = {
  ...LIGHT,
  colorBrandBackground: "#115ea3",
  colorBrandBackgroundHover: "#0f6cbd",
  colorBrandBackgroundPressed: "#0c3b5e",
  colorBrandBackground2: "#082338",
  colorBrandForeground1: "#479ef5",
  colorBrandForegroundLink: "#479ef5",
  colorBrandForegroundLinkHover: "#62abf5",
  colorNeutralBackground1: "#292929",
  colorNeutralBackground1Hover: "#3d3d3d",
  colorNeutralBackground1Pressed: "#1f1f1f",
  colorNeutralBackground1Selected: "#383838",
  colorNeutralBackground2: "#1f1f1f",
  colorNeutralBackground3: "#141414",
  colorNeutralForeground1: "#ffffff",
  colorNeutralForeground2: "#d6d6d6",
  colorNeutralForeground3: "#adadad",
  colorNeutralForegroundDisabled: "#5c5c5c",
  colorNeutralStroke1: "#666666",
  colorNeutralStroke2: "#525252",
  colorNeutralStrokeAccessible: "#adadad",
  colorStatusDangerBackground1: "#3b0509",
  colorStatusDangerBackground3: "#c50f1f",
  colorStatusDangerForeground1: "#dc626d",
  colorStatusDangerForeground3: "#eeacb2",
  colorStatusWarningBackground1: "#4a1e04",
  colorStatusWarningForeground1: "#faa06b",
  colorStatusSuccessBackground1: "#052505",
  colorStatusSuccessForeground1: "#54b054",
};

/** Reads one token: the host's value where it gave one, ours otherwise. */
export function tokenReader(
  isDark: boolean,
  given: Readonly<Record<string, string>> | undefined,
): (name: TokenName) => string {
  const own = isDark ? DARK : LIGHT;
  return (name) => given?.[name] ?? own[name];
}
