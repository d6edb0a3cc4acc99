import type { PackageManifest } from "../../SolutionHealth/package/model";
import { isPatch, patchParent } from "../../SolutionHealth/package/patch";
import { readPackage } from "../../SolutionHealth/package/readPackage";
import { solutionXml, solutionZip } from "./solutionZip";

function manifestOf(parts: Parameters<typeof solutionXml>[0]): PackageManifest {
  return readPackage(solutionZip({ "solution.xml": solutionXml(parts) })).manifest;
}

describe("readManifest", () => {
  it("reads names, version, publisher and what exported it", () => {
    expect(manifestOf({})).toEqual({
      uniqueName: "Sample",
      names: [{ languageCode: 1033, text: "Sample app" }],
      descriptions: [],
      version: "1.2.3.4",
      managed: true,
      publisher: { uniqueName: "contoso", names: [], prefix: "con", optionValuePrefix: 12345 },
      rootComponents: [],
      missingDependencies: [],
      packageVersion: "9.2",
      exporterVersion: "9.2.24.1",
      languageCode: 1033,
    });
  });

  it("leaves the package version open for packages of CRM 2011", () => {
    const manifest = manifestOf({ head: 'version="5.0.9690.1992" minimumversion="5.0" languagecode="1033"' });
    expect([manifest.packageVersion, manifest.exporterVersion]).toEqual([undefined, "5.0.9690.1992"]);
  });

  it("reads root components by name, by id and by parent", () => {
    const roots =
      '<RootComponent type="1" schemaName="account" behavior="2" />' +
      '<RootComponent type="60" id="{AB12AB12-0000-0000-0000-000000000001}" />' +
      '<RootComponent type="20" parentId="{AB12AB12-0000-0000-0000-000000000002}" behavior="0" />';
    expect(manifestOf({ roots }).rootComponents).toEqual([
      { type: 1, schemaName: "account", behavior: 2 },
      { type: 60, id: "ab12ab12-0000-0000-0000-000000000001" },
      { type: 20, parentId: "ab12ab12-0000-0000-0000-000000000002", behavior: 0 },
    ]);
  });

  it("reads missing dependencies of numbered and of newer kinds", () => {
    const missing =
      "<MissingDependency>" +
      '<Required type="2" schemaName="con_x" parentSchemaName="account" displayName="X" solution="Base (1.0.0.0)" />' +
      '<Dependent type="60" id="{AB12AB12-0000-0000-0000-000000000001}" /></MissingDependency><MissingDependency>' +
      '<Required type="SettingDefinition" id.uniquename="AppChannel" solution="Active" />' +
      '<Dependent type="AppSetting" id.parentappmoduleid.uniquename="app" id.settingdefinitionid.uniquename="AppChannel" />' +
      "</MissingDependency>";
    expect(manifestOf({ missing }).missingDependencies).toEqual([
      {
        required: {
          type: 2,
          schemaName: "con_x",
          parentSchemaName: "account",
          displayName: "X",
          solution: "Base (1.0.0.0)",
        },
        dependent: { type: 60, id: "ab12ab12-0000-0000-0000-000000000001" },
      },
      {
        required: { type: "SettingDefinition", schemaName: "AppChannel", solution: "Active" },
        dependent: {
          type: "AppSetting",
          schemaName: "parentappmoduleid.uniquename=app,settingdefinitionid.uniquename=AppChannel",
        },
      },
    ]);
  });
});

describe("patchParent", () => {
  it("knows a patch by its generated name", () => {
    expect(patchParent(manifestOf({ name: "Sample_Patch_3f9a01c2" }))).toEqual({ uniqueName: "Sample" });
  });

  it("knows a patch by its ParentSolution element", () => {
    const body = "<ParentSolution><UniqueName>Base</UniqueName><Version>1.2.0.0</Version></ParentSolution>";
    expect(patchParent(manifestOf({ body }))).toEqual({ uniqueName: "Base", version: "1.2.0.0" });
  });

  it.each(["Sample", "Sample_Patch_", "Sample_Patch_xyz", "_Patch_12"])("does not take %s for a patch", (name) => {
    expect(isPatch(manifestOf({ name }))).toBe(false);
  });
});
