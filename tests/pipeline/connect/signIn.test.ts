import { connect } from "../../../Solutions/pipeline/connect/connect";
import { IDENTITY_PACKAGE } from "../../../Solutions/pipeline/connect/identityPackage";
import { SIGN_IN_METHODS, signIn } from "../../../Solutions/pipeline/connect/signIn";
import { fakeOutside, type FakeOutsideOptions } from "../fakes/fakeOutside";

const ADDRESS = {
  url: "https://contoso.crm4.dynamics.com",
  origin: "https://contoso.crm4.dynamics.com",
  loopback: false,
};
const SECRET = { AZURE_TENANT_ID: "tenant", AZURE_CLIENT_ID: "app", AZURE_CLIENT_SECRET: "secret" };
const USER = "86928ed8-df37-4ce2-add5-47030a833bff";
const HOUR = 3_600_000;

/** A stand-in for the package: every credential notes how it was made and what it was asked for. */
function identity(life = HOUR) {
  const made: unknown[][] = [];
  const scopes: string[] = [];
  let issued = 0;
  const credential = (name: string) =>
    class {
      constructor(...args: unknown[]) {
        made.push([name, ...args]);
        const options = args[0] as { userPromptCallback?: (info: { message: string }) => void } | undefined;
        options?.userPromptCallback?.({ message: "Open the page and enter ABCD." });
      }
      getToken(scope: string) {
        scopes.push(scope);
        issued += 1;
        return Promise.resolve({ token: `token-${issued}`, expiresOnTimestamp: Date.now() + life });
      }
    };
  const names = ["AzureCliCredential", "ClientSecretCredential", "WorkloadIdentityCredential", "DeviceCodeCredential"];
  return { made, scopes, package: Object.fromEntries(names.map((name) => [name, credential(name)])) };
}

const outsideWith = (installed: unknown, more: FakeOutsideOptions = {}) =>
  fakeOutside({ packages: { [IDENTITY_PACKAGE]: installed }, ...more });

describe("signIn", () => {
  it.each([
    ["the Azure CLI when nothing else is set", {}, "AzureCliCredential"],
    ["the client secret when one is set", SECRET, "ClientSecretCredential"],
    [
      "workload identity when a federated token is set",
      { AZURE_FEDERATED_TOKEN_FILE: "/token" },
      "WorkloadIdentityCredential",
    ],
  ])("uses %s", async (_what, environment, expected) => {
    const azure = identity();
    await signIn(ADDRESS, undefined, outsideWith(azure.package, { environment }));
    expect(azure.made.map(([name]) => name)).toEqual([expected]);
    expect(azure.scopes).toEqual(["https://contoso.crm4.dynamics.com/.default"]);
  });

  it("gives a client secret to nobody but the credential", async () => {
    const azure = identity();
    const outside = outsideWith(azure.package, { environment: SECRET });
    await signIn(ADDRESS, "client-secret", outside);
    expect(azure.made).toEqual([["ClientSecretCredential", "tenant", "app", "secret"]]);
    expect([...outside.messages, outside.data()].join()).not.toContain("secret");
  });

  it("names the variable that a client secret needs", async () => {
    const outside = outsideWith(identity().package, { environment: { AZURE_TENANT_ID: "tenant" } });
    await expect(signIn(ADDRESS, "client-secret", outside)).rejects.toMatchObject({
      code: "signInVariable",
      message: expect.stringContaining("AZURE_CLIENT_ID"),
    });
  });

  it("shows the code of the device sign-in", async () => {
    const outside = outsideWith(identity().package);
    await signIn(ADDRESS, "device-code", outside);
    expect(outside.messages).toEqual(["Open the page and enter ABCD."]);
  });

  it("keeps a token until shortly before its end", async () => {
    const azure = identity();
    const token = await signIn(ADDRESS, undefined, outsideWith(azure.package));
    expect([await token(), await token()]).toEqual(["token-1", "token-1"]);
  });

  it("renews a token that is about to end", async () => {
    const azure = identity(60_000);
    const token = await signIn(ADDRESS, undefined, outsideWith(azure.package));
    expect([await token(), await token()]).toEqual(["token-2", "token-3"]);
  });

  it.each(SIGN_IN_METHODS)("tells what to do when %s fails", async (method) => {
    class Refusing {
      getToken = () => Promise.reject(new Error("refused"));
    }
    const names = [
      "AzureCliCredential",
      "ClientSecretCredential",
      "WorkloadIdentityCredential",
      "DeviceCodeCredential",
    ];
    const outside = outsideWith(Object.fromEntries(names.map((name) => [name, Refusing])), { environment: SECRET });
    await expect(signIn(ADDRESS, method, outside)).rejects.toMatchObject({
      code: "signInFailed",
      exitCode: 5,
      message: `Signing in (${method}) failed: refused`,
      whatToDo: expect.stringMatching(/\w+/),
    });
  });

  it("says how to install the package when it is missing", async () => {
    await expect(signIn(ADDRESS, undefined, fakeOutside())).rejects.toMatchObject({
      code: "identityMissing",
      exitCode: 8,
      whatToDo: expect.stringMatching(/npm install --no-save @azure\/identity@\d/),
    });
  });
});

describe("connect", () => {
  const headersOf = async (environment: string, installed?: unknown): Promise<Headers> => {
    let headers = new Headers();
    const fetch: typeof globalThis.fetch = (_input, init) => {
      headers = new Headers(init?.headers);
      return Promise.resolve(new Response(`{ "UserId": "${USER}" }`, { status: 200 }));
    };
    await connect({ environment }, outsideWith(installed, { fetch }));
    return headers;
  };

  it("tells that an environment cannot be reached before anything is sent to it", async () => {
    const methods: (string | undefined)[] = [];
    const fetch: typeof globalThis.fetch = (_input, init) => {
      methods.push(init?.method);
      return Promise.reject(new TypeError("fetch failed"));
    };
    await expect(
      connect({ environment: "http://127.0.0.1:9" }, outsideWith(undefined, { fetch })),
    ).rejects.toMatchObject({
      code: "network",
      exitCode: 5,
      message: expect.stringContaining("Connecting to http://127.0.0.1:9"),
    });
    expect(new Set(methods)).toEqual(new Set(["GET"]));
  });

  it("sends the token to an environment", async () => {
    const headers = await headersOf("https://contoso.crm4.dynamics.com", identity().package);
    expect(headers.get("Authorization")).toBe("Bearer token-1");
  });

  it("needs no sign-in on this machine", async () => {
    expect((await headersOf("http://127.0.0.1:8181")).get("Authorization")).toBeNull();
  });
});
