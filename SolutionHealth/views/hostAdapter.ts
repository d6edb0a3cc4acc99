import { createPlacePort } from "./placePort";
import type { Host, HostTheme } from "./host";

/** The part of the framework's context that is read here; a control's own inputs do not matter. */
export type FrameworkContext = Pick<
  ComponentFramework.Context<unknown>,
  "mode" | "resources" | "formatting" | "userSettings" | "navigation" | "client" | "fluentDesignLanguage"
>;

/** Parts that stay the same while the control lives: made once, in `init`. */
export type LastingHost = Pick<
  Host,
  | "text"
  | "languageId"
  | "formatDate"
  | "formatNumber"
  | "clientUrl"
  | "copyText"
  | "saveFile"
  | "openUrl"
  | "now"
  | "place"
  | "after"
  | "onKey"
>;

/** Ties the product to the browser and to the framework's navigation. */
export function createLastingHost(context: FrameworkContext): LastingHost {
  const { resources, formatting, userSettings } = context;
  return {
    text: (key) => resources.getString(key),
    languageId: userSettings.languageId,
    formatDate: (date, withTime) => formatting.formatDateShort(date, withTime),
    formatNumber: (value) => formatting.formatInteger(value),
    clientUrl: clientUrlOf(context),
    copyText: async (text) => {
      try {
        await navigator.clipboard.writeText(text);
        return true;
      } catch {
        return false;
      }
    },
    saveFile: (name, content, mediaType) => {
      if (context.client.getClient() === "Mobile") saveByHost(context, name, content, mediaType);
      else saveByLink(name, content, mediaType);
    },
    openUrl: (url) => context.navigation.openUrl(url),
    now: () => new Date(),
    place: createPlacePort(window),
    after: (milliseconds, run) => {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
    onKey: (listener) => {
      document.addEventListener("keydown", listener);
      return () => document.removeEventListener("keydown", listener);
    },
  };
}

/** Reads what may change between two updates of the view: direction, width, user, theme. */
export function readHost(context: FrameworkContext, lasting: LastingHost): Host {
  const { userSettings, mode } = context;
  const theme = themeOf(context);
  return {
    ...lasting,
    rightToLeft: userSettings.isRTL,
    // Typed as a number, but test hosts send text, and the platform sends -1 before it has measured.
    width: Number.parseInt(String(mode.allocatedWidth), 10) || -1,
    ...(userSettings.userName ? { userName: userSettings.userName } : {}),
    ...(theme ? { theme } : {}),
  };
}

function themeOf({ fluentDesignLanguage }: FrameworkContext): HostTheme | undefined {
  if (!fluentDesignLanguage) return undefined;
  const tokens: unknown = fluentDesignLanguage.tokenTheme;
  return {
    isDarkTheme: fluentDesignLanguage.isDarkTheme === true,
    tokenTheme: (tokens ?? {}) as Readonly<Record<string, string>>,
  };
}

/** `page.getClientUrl` is there in model-driven apps although the typings lack it. */
interface ContextWithPage {
  readonly page?: { readonly getClientUrl?: () => string };
}

function clientUrlOf(context: FrameworkContext): string {
  const { page } = context as ContextWithPage;
  const url = page?.getClientUrl?.() ?? "";
  return (url || window.location.origin).replace(/\/+$/, "");
}

/** Mobile clients have no downloads; the framework hands the file to the device. */
function saveByHost(context: FrameworkContext, name: string, content: string, mediaType: string): void {
  const bytes = new TextEncoder().encode(content);
  let binary = "";
  bytes.forEach((byte) => (binary += String.fromCharCode(byte)));
  const file = {
    fileContent: btoa(binary),
    fileName: name,
    fileSize: Math.ceil(bytes.length / 1024),
    mimeType: mediaType,
  };
  void context.navigation.openFile(file, { openMode: 2 });
}

function saveByLink(name: string, content: string, mediaType: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
