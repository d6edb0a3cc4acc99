/** @jest-environment jsdom */
import { TextEncoder } from "node:util";
import { createLastingHost, readHost } from "../../SolutionHealth/views/hostAdapter";
import type { FrameworkContext } from "../../SolutionHealth/views/hostAdapter";

// Browsers have it; jsdom does not.
beforeAll(() => Object.assign(globalThis, { TextEncoder }));

function context(parts: Record<string, unknown> = {}): FrameworkContext {
  return {
    mode: { allocatedWidth: 900 },
    resources: { getString: (key: string) => `text of ${key}` },
    formatting: { formatDateShort: jest.fn(() => "a date"), formatInteger: (value: number) => `#${value}` },
    userSettings: { languageId: 1031, isRTL: true, userId: "{ABC}", userName: "Ann" },
    navigation: { openUrl: jest.fn(), openFile: jest.fn(() => Promise.resolve()) },
    client: { getClient: () => "Web" },
    ...parts,
  } as unknown as FrameworkContext;
}

const read = (parts?: Record<string, unknown>) => {
  const given = context(parts);
  return readHost(given, createLastingHost(given));
};

describe("readHost", () => {
  it.each([
    [640, 640],
    ["640", 640],
    [-1, -1],
    [undefined, -1],
  ])("reads the width %p as %p", (allocatedWidth, width) => {
    expect(read({ mode: { allocatedWidth } }).width).toBe(width);
  });

  it("takes direction, language and user from the user's settings", () => {
    expect(read()).toMatchObject({ rightToLeft: true, languageId: 1031, userName: "Ann" });
  });

  it("takes the environment's address from the page where the host gives it", () => {
    const page = { getClientUrl: () => "https://contoso.crm4.dynamics.com/" };
    expect(read({ page }).clientUrl).toBe("https://contoso.crm4.dynamics.com");
  });

  it("takes the window's origin where the host gives no address", () => {
    expect(read().clientUrl).toBe(window.location.origin);
  });

  it("has no theme where the host gives none", () => {
    expect(read().theme).toBeUndefined();
  });

  it("reads the theme by its present name", () => {
    const fluentDesignLanguage = { isDarkTheme: true, tokenTheme: { colorNeutralBackground1: "#000" } };
    expect(read({ fluentDesignLanguage }).theme).toEqual({
      isDarkTheme: true,
      tokenTheme: { colorNeutralBackground1: "#000" },
    });
  });
});

describe("createLastingHost", () => {
  it("gives the same functions to every update", () => {
    const given = context();
    const lasting = createLastingHost(given);
    expect(readHost(given, lasting).text).toBe(readHost(given, lasting).text);
  });

  it("hands a file to the device on mobile clients", () => {
    const given = context({ client: { getClient: () => "Mobile" } });
    createLastingHost(given).saveFile("a.csv", "ä", "text/csv");
    expect(given.navigation.openFile).toHaveBeenCalledWith(
      { fileContent: "w6Q=", fileName: "a.csv", fileSize: 1, mimeType: "text/csv" },
      { openMode: 2 },
    );
  });

  it("says that copying failed where the browser has no clipboard", async () => {
    await expect(createLastingHost(context()).copyText("x")).resolves.toBe(false);
  });
});
