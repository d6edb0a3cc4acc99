import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { teamsHighContrastTheme, webDarkTheme, webLightTheme } from "@fluentui/tokens";

const require = createRequire(join(process.cwd(), "package.json"));

/** Versions of React that hosts load: 16.14 in canvas apps, 17 in model-driven apps. */
export type ReactVersion = "16" | "17";

const scripts: Record<string, () => string[]> = {
  "react-16.js": () => [pcfStart("react_16_14_0.js")],
  "react-17.js": () => [
    join(dirname(require.resolve("react-17/package.json")), "umd", "react.production.min.js"),
    join(dirname(require.resolve("react-dom-17/package.json")), "umd", "react-dom.production.min.js"),
  ],
  "fluent-8.js": () => [pcfStart("fluent_8_121_1.js")],
};

function pcfStart(file: string): string {
  return join(dirname(require.resolve("pcf-start/package.json")), "lib", file);
}

/** The file of the platform by the name the page asks for, or undefined. React and Fluent come as pcf-start ships them. */
export async function platformFile(name: string): Promise<string | undefined> {
  const files = scripts[name]?.();
  if (!files) return undefined;
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  // The maps they name are not shipped; a request for them would only be an error in the console.
  return texts.map((text) => text.replace(/^\/\/# sourceMappingURL=.*$/gm, "")).join("\n");
}

/** Theme tokens as `context.fluentDesignLanguage.tokenTheme` hands them to controls. */
export const themes = {
  light: { isDarkTheme: false, tokenTheme: webLightTheme },
  dark: { isDarkTheme: true, tokenTheme: webDarkTheme },
  contrast: { isDarkTheme: true, tokenTheme: teamsHighContrastTheme },
} as const;

/** An icon font of Fluent, which the platform serves beside it. */
export async function iconFont(name: string): Promise<Uint8Array | undefined> {
  if (!/^fabric-icons[a-z0-9-]*\.woff$/.test(name)) return undefined;
  try {
    // Fluent brings the package; it lets nobody ask for its package.json.
    const fluent = createRequire(require.resolve("@fluentui/react"));
    const main = fluent.resolve("@fluentui/font-icons-mdl2");
    return await readFile(join(dirname(main), "..", "fonts", name));
  } catch {
    return undefined;
  }
}
