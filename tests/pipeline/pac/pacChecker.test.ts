import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { WRAPPER_PACKAGE } from "../../../Solutions/pipeline/pac/loadWrapper";
import { checkOnline } from "../../../Solutions/pipeline/pac/pacChecker";
import type { CheckSolutionParameters } from "../../../Solutions/pipeline/pac/wrapperPackage";
import { fakeOutside, makeFolder } from "../fakes/fakeOutside";
import { standInPac } from "../fakes/standInPac";
import { standInWrapper } from "../fakes/standInWrapper";

const SECRET = { AZURE_CLIENT_ID: "app", AZURE_TENANT_ID: "tenant", AZURE_CLIENT_SECRET: "secret" };

const parameters = async (pac: string) => ({
  zipFile: "/packages/a.zip",
  environment: "https://contoso.crm4.dynamics.com",
  out: await makeFolder(),
  pac,
});

/** A wrapper whose check does something else. */
const wrapperWith = (checkSolution: (parameters: CheckSolutionParameters) => Promise<void>) => ({
  [WRAPPER_PACKAGE]: { actions: { ...standInWrapper.actions, checkSolution } },
});

describe("checkOnline", () => {
  it("signs in, checks, keeps the reports and signs out", async () => {
    const pac = await standInPac();
    const outside = fakeOutside({ packages: { [WRAPPER_PACKAGE]: standInWrapper }, environment: SECRET });
    const given = await parameters(pac.path);

    const reports = await checkOnline({ ...given, geo: "europe" }, outside);

    const calls = await pac.calls();
    expect(calls.map((call) => call.slice(0, 2).join(" "))).toEqual(["auth create", "solution check", "auth clear"]);
    expect(calls[1]).toEqual(expect.arrayContaining(["--path", "/packages/a.zip", "--geo", "europe"]));
    expect(reports).toEqual([join(given.out, "report.sarif")]);
    expect(await readFile(reports[0] ?? "", "utf8")).toBe("{}");
  });

  it("takes the region from the environment unless told one", async () => {
    const pac = await standInPac();
    const outside = fakeOutside({ packages: { [WRAPPER_PACKAGE]: standInWrapper }, environment: SECRET });
    await checkOnline(await parameters(pac.path), outside);
    expect((await pac.calls())[1]).toEqual(
      expect.arrayContaining(["--customEndpoint", "https://contoso.crm4.dynamics.com"]),
    );
  });

  it("signs in without a secret where the runner is trusted", async () => {
    let credentials: CheckSolutionParameters["credentials"] | undefined;
    const packages = wrapperWith((given) => {
      credentials = given.credentials;
      return Promise.resolve();
    });
    const environment = { AZURE_CLIENT_ID: "app", AZURE_TENANT_ID: "tenant", TF_BUILD: "True" };
    await checkOnline(await parameters((await standInPac()).path), fakeOutside({ packages, environment }));
    expect(credentials).toMatchObject({ federationProvider: "AzureDevOps", appId: "app", tenantId: "tenant" });
  });

  it("refuses to start without credentials", async () => {
    const pac = await standInPac();
    const outside = fakeOutside({ packages: { [WRAPPER_PACKAGE]: standInWrapper } });
    await expect(checkOnline(await parameters(pac.path), outside)).rejects.toMatchObject({
      code: "signInVariable",
      exitCode: 2,
    });
  });

  it("ends with exit code 1 when the checker found high issues", async () => {
    const packages = wrapperWith(() =>
      Promise.reject(new Error("Analysis results do not pass with selected error level")),
    );
    const outside = fakeOutside({ packages, environment: SECRET });
    await expect(checkOnline(await parameters((await standInPac()).path), outside)).rejects.toMatchObject({
      code: "checkerFindings",
      exitCode: 1,
    });
  });

  it("tells any other failure as pac's", async () => {
    const packages = wrapperWith(() => Promise.reject(new Error("AADSTS7000215: Invalid client secret")));
    const outside = fakeOutside({ packages, environment: SECRET });
    await expect(checkOnline(await parameters((await standInPac()).path), outside)).rejects.toMatchObject({
      code: "pacFailed",
      message: expect.stringContaining("AADSTS7000215"),
    });
  });
});
