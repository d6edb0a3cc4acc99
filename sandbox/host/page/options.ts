/** How the host page shows the control. Kept in the address, so that a link shows the same. */
export interface PageOptions {
  readonly theme: "light" | "dark" | "contrast" | "none";
  readonly direction: "ltr" | "rtl";
  readonly language: number;
  readonly react: "16" | "17";
  /** `page` = the whole page (`pagetype=control`), `form` = in a section of a form. */
  readonly size: "page" | "form";
}

const allowed = {
  theme: ["light", "dark", "contrast", "none"],
  direction: ["ltr", "rtl"],
  react: ["16", "17"],
  size: ["page", "form"],
} as const;

export function readOptions(search: URLSearchParams): PageOptions {
  const pick = <K extends keyof typeof allowed>(key: K): (typeof allowed)[K][number] => {
    const asked = search.get(key);
    const values: readonly string[] = allowed[key];
    return (asked !== null && values.includes(asked) ? asked : allowed[key][0]) as (typeof allowed)[K][number];
  };
  const language = Number(search.get("language"));
  return {
    theme: pick("theme"),
    direction: pick("direction"),
    language: Number.isInteger(language) && language > 0 ? language : 1033,
    // Model-driven apps load React 17; the link says 16 to see what canvas apps load.
    react: search.get("react") === "16" ? "16" : "17",
    size: pick("size"),
  };
}
