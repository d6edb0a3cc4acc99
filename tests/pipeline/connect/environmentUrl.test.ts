import { parseEnvironmentUrl } from "../../../Solutions/pipeline/connect/environmentUrl";

describe("parseEnvironmentUrl", () => {
  it("takes an environment's address, with or without a slash at its end", () => {
    const expected = {
      url: "https://contoso.crm4.dynamics.com",
      origin: "https://contoso.crm4.dynamics.com",
      loopback: false,
    };
    expect(parseEnvironmentUrl("https://contoso.crm4.dynamics.com/")).toEqual(expected);
    expect(parseEnvironmentUrl("https://contoso.crm4.dynamics.com")).toEqual(expected);
  });

  it("keeps the organization's name of an on-premises address", () => {
    const { url, origin } = parseEnvironmentUrl("https://crm.contoso.com/sales/");
    expect([url, origin]).toEqual(["https://crm.contoso.com/sales", "https://crm.contoso.com"]);
  });

  it.each(["http://127.0.0.1:8181", "http://127.8.8.8", "http://localhost:8181", "http://[::1]:8181"])(
    "knows %s as this machine",
    (address) => {
      expect(parseEnvironmentUrl(address).loopback).toBe(true);
    },
  );

  it.each(["https://127.0.0.1.example.com", "https://localhost.example.com"])(
    "does not take %s for this machine",
    (address) => {
      expect(parseEnvironmentUrl(address).loopback).toBe(false);
    },
  );

  it.each([
    ["no address", "contoso"],
    ["plain http to another machine", "http://contoso.crm4.dynamics.com"],
    ["another protocol", "ftp://127.0.0.1/"],
    ["a password in the address", "https://me:secret@contoso.crm4.dynamics.com"],
  ])("refuses %s", (_what, address) => {
    let thrown: unknown;
    try {
      parseEnvironmentUrl(address);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toMatchObject({ code: "environmentUrl", exitCode: 2 });
  });

  it("does not repeat a password in its message", () => {
    let message = "";
    try {
      parseEnvironmentUrl("https://me:secret@contoso.com");
    } catch (error) {
      message = String(error);
    }
    expect(message).toContain("must not hold");
    expect(message).not.toContain("secret");
  });
});
