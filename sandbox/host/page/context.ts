import type { PageOptions } from "./options";
import type { Texts } from "./texts";

/** What the page knows that the framework hands to controls. */
export interface ContextSource {
  readonly options: PageOptions;
  readonly texts: Texts;
  readonly user: { readonly id: string; readonly name: string };
  readonly theme?: { readonly isDarkTheme: boolean; readonly tokenTheme: Readonly<Record<string, unknown>> };
  readonly clientUrl: string;
  readonly width: number;
}

/**
 * The part of `ComponentFramework.Context` that model-driven apps give a control, with their habits: the user id in
 * braces and upper case, the height always -1, `page.getClientUrl` although it is undocumented (fact sheet §11.1).
 */
export function createContext(source: ContextSource): Record<string, unknown> {
  const { options, texts } = source;
  return {
    parameters: {},
    updatedProperties: [],
    mode: modeOf(source),
    userSettings: {
      userId: `{${source.user.id.toUpperCase()}}`,
      userName: source.user.name,
      languageId: options.language,
      isRTL: options.direction === "rtl",
      securityRoles: [],
      getTimeZoneOffsetMinutes: () => 0,
    },
    resources: { getString: (key: string) => texts[key] ?? key, getResource: () => undefined },
    navigation: navigation(),
    formatting: formatting(options.language),
    ...(source.theme ? { fluentDesignLanguage: source.theme } : {}),
    client: {
      disableScroll: false,
      getClient: () => "Web",
      getFormFactor: () => (source.width > 0 && source.width < 480 ? 3 : 1),
      isOffline: () => false,
      isNetworkAvailable: () => true,
    },
    page: { getClientUrl: () => source.clientUrl },
    webAPI: {},
    utils: { hasEntityPrivilege: () => true },
    device: {},
    factory: { getPopupService: () => undefined, requestRender: () => undefined },
  };
}

function modeOf(source: ContextSource): Record<string, unknown> {
  return {
    allocatedWidth: source.width,
    allocatedHeight: -1,
    isControlDisabled: false,
    isVisible: true,
    label: "Solution Health",
    trackContainerResize: () => undefined,
    setControlState: () => true,
    setFullScreen: () => undefined,
  };
}

function navigation(): Record<string, unknown> {
  return {
    openUrl: (url: string) => void window.open(url, "_blank", "noopener"),
    openAlertDialog: ({ text }: { text: string }) => Promise.resolve(window.alert(text)),
    openConfirmDialog: ({ text }: { text: string }) => Promise.resolve({ confirmed: window.confirm(text) }),
    openErrorDialog: ({ message }: { message?: string }) => Promise.resolve(window.alert(message ?? "")),
    openFile: saveFile,
    openForm: () => Promise.resolve({ savedEntityReference: [] }),
  };
}

/** As the platform: the content arrives as base64 and lands among the downloads. */
function saveFile(file: { fileName: string; fileContent: string; mimeType: string }): Promise<void> {
  const bytes = Uint8Array.from(atob(file.fileContent), (character) => character.charCodeAt(0));
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type: file.mimeType }));
  link.download = file.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  return Promise.resolve();
}

function formatting(language: number): Record<string, unknown> {
  const locale = language === 1031 ? "de-DE" : language === 1025 ? "ar" : "en-US";
  const day = new Intl.DateTimeFormat(locale, { dateStyle: "short" });
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
  // Each costs the browser more than all that a list formats with it.
  const integer = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const decimal = new Intl.NumberFormat(locale);
  const long = new Intl.DateTimeFormat(locale, { dateStyle: "long" });
  return {
    formatDateShort: (date: Date, withTime?: boolean) => (withTime ? time : day).format(date),
    formatDateLong: (date: Date) => long.format(date),
    formatTime: (date: Date) => time.format(date),
    formatInteger: (value: number) => integer.format(value),
    formatDecimal: (value: number) => decimal.format(value),
    formatLanguage: (value: number) => String(value),
  };
}
