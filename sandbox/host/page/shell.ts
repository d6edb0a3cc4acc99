import type { PageOptions } from "./options";

export interface ShellData {
  readonly appName: string;
  readonly environmentName: string;
  readonly controlName: string;
  readonly user: { readonly id: string; readonly name: string };
  readonly themes: Readonly<
    Record<"light" | "dark" | "contrast", { isDarkTheme: boolean; tokenTheme: Record<string, unknown> }>
  >;
  /** The app's site map: title and address of each page; tables, which the sandbox does not open, have none. */
  readonly pages: readonly { readonly title: string; readonly url?: string }[];
}

const choices: readonly { key: keyof PageOptions; label: string; values: readonly (readonly [string, string])[] }[] = [
  {
    key: "theme",
    label: "Theme",
    values: [
      ["light", "Light"],
      ["dark", "Dark"],
      ["contrast", "High contrast"],
      ["none", "Host without themes"],
    ],
  },
  {
    key: "direction",
    label: "Direction",
    values: [
      ["ltr", "Left to right"],
      ["rtl", "Right to left"],
    ],
  },
  {
    key: "language",
    label: "Language",
    values: [
      ["1033", "English"],
      ["1031", "Deutsch"],
    ],
  },
  {
    key: "size",
    label: "Size",
    values: [
      ["page", "Full page"],
      ["form", "Section of a form"],
    ],
  },
  {
    key: "react",
    label: "React",
    values: [
      ["17", "17 (model-driven apps)"],
      ["16", "16.14 (canvas apps)"],
    ],
  },
];

/**
 * Draws what surrounds a control in a model-driven app: the bar, the site map, the page.
 * @returns the element that the control is to be rendered into
 */
export function startShell(options: PageOptions, data: ShellData): HTMLElement {
  document.documentElement.dir = options.direction;
  document.documentElement.dataset.theme = options.theme;
  document.title = data.appName;
  const main = element("main", { className: `host-main host-${options.size}` });
  const container = element("div", { className: "host-control", id: "control" });
  main.append(container);
  document.body.append(bar(options, data), siteMap(data), main);
  return container;
}

function bar(options: PageOptions, data: ShellData): HTMLElement {
  const header = element("header", { className: "host-bar" });
  const name = element("span", { className: "host-app", textContent: data.appName });
  const note = element("span", { className: "host-note", textContent: "Sandbox – nothing here is real" });
  const settings = element("details", { className: "host-settings" });
  settings.append(element("summary", { textContent: "Show as…" }), ...choices.map((choice) => field(choice, options)));
  header.append(name, note, settings);
  return header;
}

function field(choice: (typeof choices)[number], options: PageOptions): HTMLElement {
  const label = element("label", { textContent: choice.label });
  const select = element("select", {});
  for (const [value, text] of choice.values) {
    select.append(element("option", { value, textContent: text, selected: String(options[choice.key]) === value }));
  }
  select.addEventListener("change", () => {
    const address = new URL(location.href);
    address.searchParams.set(choice.key, select.value);
    location.assign(address);
  });
  label.append(select);
  return label;
}

function siteMap(data: ShellData): HTMLElement {
  const nav = element("nav", { className: "host-nav" });
  nav.setAttribute("aria-label", "Site map");
  for (const page of data.pages) {
    if (page.url === undefined) {
      const entry = element("p", { textContent: page.title });
      entry.append(element("small", { textContent: "Table, not opened here" }));
      nav.append(entry);
      continue;
    }
    const link = element("a", { textContent: page.title, href: page.url });
    if (new URL(link.href).searchParams.get("controlName") === data.controlName) {
      link.setAttribute("aria-current", "page");
    }
    nav.append(link);
  }
  return nav;
}

function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
): HTMLElementTagNameMap[K] {
  return Object.assign(document.createElement(tag), properties);
}
