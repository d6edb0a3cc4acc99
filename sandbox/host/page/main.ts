import { createContext } from "./context";
import { readOptions, type PageOptions } from "./options";
import { loadTexts } from "./texts";
import { startShell, type ShellData } from "./shell";

interface Control {
  init(context: unknown, notify: () => void, state: unknown): void;
  updateView(context: unknown): unknown;
  destroy(): void;
}

interface Platform {
  render(element: unknown, container: Element): void;
}

/** Starts the page: shell, platform files, then the control in its place. */
async function start(): Promise<void> {
  const options = readOptions(new URLSearchParams(location.search));
  const data = (await (await fetch("/_host/data.json")).json()) as ShellData;
  const container = startShell(options, data);
  const name = new URLSearchParams(location.search).get("controlName") ?? data.controlName;
  const address = `/_host/controls/${encodeURIComponent(name)}`;
  const platform = await loadPlatform(options);
  const constructor = await loadControl(address);
  const texts = await loadTexts(address, constructor.name.split(".").pop() ?? "", options.language);
  run(new constructor.control(), platform, container, { options, texts, data });
}

async function loadPlatform(options: PageOptions): Promise<Platform> {
  const shared = window as unknown as Record<string, unknown>;
  await loadScript(`/_host/platform/react-${options.react}.js`);
  // pcf-start's file defines Reactv16; React's own defines React. The bundle asks for the former.
  shared.React = shared.Reactv16 ??= shared.React;
  shared.ReactDOM = shared.ReactDOMv16 ??= shared.ReactDOM;
  // The platform serves Fluent's text fonts and icon fonts from its own hosts; here the icons come from this server.
  shared.FabricConfig = { fontBaseUrl: "", iconBaseUrl: "/_host/fonts/" };
  await loadScript("/_host/platform/fluent-8.js");
  return shared.ReactDOM as Platform;
}

async function loadControl(address: string): Promise<{ name: string; control: new () => Control }> {
  const registered = new Map<string, new () => Control>();
  Object.assign(window, {
    ComponentFramework: {
      registerControl: (name: string, control: new () => Control) => registered.set(name, control),
    },
  });
  await loadScript(`${address}/bundle.js`);
  const [first] = registered;
  if (!first) throw new Error("The bundle registered no control.");
  return { name: first[0], control: first[1] };
}

function run(
  control: Control,
  platform: Platform,
  container: HTMLElement,
  page: { options: PageOptions; texts: Awaited<ReturnType<typeof loadTexts>>; data: ShellData },
): void {
  const contextFor = (width: number): unknown =>
    createContext({
      options: page.options,
      texts: page.texts,
      user: page.data.user,
      ...(page.options.theme === "none" ? {} : { theme: page.data.themes[page.options.theme] }),
      clientUrl: location.origin,
      width,
    });
  const show = (width: number): void => platform.render(control.updateView(contextFor(width)), container);
  // As the platform: -1 before the first measure.
  control.init(contextFor(-1), () => show(container.clientWidth), undefined);
  new ResizeObserver(() => show(container.clientWidth)).observe(container);
  show(container.clientWidth);
  performance.mark("control-started");
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(`${address} could not be loaded.`));
    document.head.append(script);
  });
}

start().catch((error: unknown) => {
  const message = document.createElement("p");
  message.setAttribute("role", "alert");
  message.className = "host-error";
  message.textContent = error instanceof Error ? error.message : String(error);
  document.body.append(message);
});
