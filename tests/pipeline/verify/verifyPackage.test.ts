import { verifyPackage } from "../../../Solutions/pipeline/verify/verifyPackage";
import { type Files, noise, replaced, soundFiles, without, zipOf } from "../fakes/soundPackage";

const SOLUTION = "solution.xml";
const CUSTOMIZATIONS = "customizations.xml";
const MANIFEST = "Controls/shl_Demo.Gauge/ControlManifest.xml";
const BUNDLE = "Controls/shl_Demo.Gauge/bundle.js";
const MEBIBYTE = 1024 * 1024;

type Break = (files: Files) => Files;

const swap =
  (name: string, from: string, to: string): Break =>
  (files) =>
    replaced(files, name, from, to);
const drop =
  (name: string): Break =>
  (files) =>
    without(files, name);
const add =
  (name: string, content: string | Uint8Array): Break =>
  (files) => ({ ...files, [name]: content });

/** What is broken, how, and the one finding that must come of it. */
const BROKEN: readonly (readonly [string, Break, string, "error" | "warning" | "info"])[] = [
  ["[Content_Types].xml is missing", drop("[Content_Types].xml"), "missing-entry", "error"],
  ["an entry leads out of the package", add("../evil.xml", "<a/>"), "unsafe-path", "error"],
  [
    "an entry inflates past all measure",
    add("WebResources/shl_icon", new Uint8Array(20 * MEBIBYTE)),
    "zip-bomb",
    "error",
  ],
  ["the root of solution.xml is another", swap(SOLUTION, "ImportExportXml", "Package"), "not-a-solution", "error"],
  ["the control's manifest is broken XML", swap(MANIFEST, "</manifest>", ""), "broken-xml", "error"],
  ["customizations.xml is broken XML", swap(CUSTOMIZATIONS, "</Languages>", ""), "broken-xml", "error"],
  [
    "solution.xml declares entities",
    swap(SOLUTION, "<ImportExportXml", '<!DOCTYPE a [<!ENTITY b "c">]><ImportExportXml'),
    "forbidden-xml",
    "error",
  ],
  ["a file has no content type", add("Other/readme.txt", "hello"), "content-type-missing", "warning"],
  [
    "the unique name holds a space",
    swap(SOLUTION, "<UniqueName>DemoGauge<", "<UniqueName>Demo Gauge<"),
    "unique-name-invalid",
    "error",
  ],
  [
    "the unique name is that of a staged upgrade",
    swap(SOLUTION, "<UniqueName>DemoGauge<", "<UniqueName>DemoGauge_Upgrade<"),
    "unique-name-reserved",
    "error",
  ],
  [
    "the version has five parts",
    swap(SOLUTION, "<Version>1.2.0.0<", "<Version>1.2.0.0.1<"),
    "version-invalid",
    "error",
  ],
  [
    "a part of the version is too large",
    swap(SOLUTION, "<Version>1.2.0.0<", "<Version>1.2.0.2147483648<"),
    "version-invalid",
    "error",
  ],
  [
    "the managed flag is that of a source folder",
    swap(SOLUTION, "<Managed>1<", "<Managed>2<"),
    "managed-flag-invalid",
    "error",
  ],
  [
    "the publisher has no name",
    swap(SOLUTION, "<UniqueName>solutionhealth</UniqueName>", ""),
    "publisher-missing",
    "error",
  ],
  [
    "the publisher's prefix is the platform's",
    swap(SOLUTION, "<CustomizationPrefix>shl<", "<CustomizationPrefix>mscrm<"),
    "publisher-prefix-invalid",
    "error",
  ],
  [
    "the prefix of option values is too small",
    swap(SOLUTION, ">47110<", ">4711<"),
    "publisher-option-prefix-invalid",
    "error",
  ],
  [
    "all components bear another prefix",
    swap(SOLUTION, "<CustomizationPrefix>shl<", "<CustomizationPrefix>abc<"),
    "publisher-prefix-unused",
    "warning",
  ],
  [
    "the control bears another prefix",
    swap(SOLUTION, "<CustomizationPrefix>shl<", "<CustomizationPrefix>abc<"),
    "control-prefix-foreign",
    "error",
  ],
  ["the package is one of CRM 2011", swap(SOLUTION, ' SolutionPackageVersion="9.2"', ""), "package-too-old", "error"],
  ["the package version is no number", swap(SOLUTION, '"9.2"', '"nine"'), "package-version-invalid", "error"],
  [
    "there is no name in the base language",
    swap(SOLUTION, '"Demo gauge" languagecode="1033"', '"Anzeige" languagecode="1031"'),
    "display-name-missing",
    "warning",
  ],
  [
    "a patch changes the minor version",
    swap(
      SOLUTION,
      "<Version>",
      "<ParentSolution><UniqueName>Base</UniqueName><Version>1.1.0.0</Version></ParentSolution><Version>",
    ),
    "patch-version-rule",
    "error",
  ],
  [
    "a patch's base cannot be told from its name",
    swap(SOLUTION, "<UniqueName>DemoGauge<", "<UniqueName>DemoGauge_Patch_final<"),
    "patch-without-base",
    "warning",
  ],
  [
    "a table is listed and not described",
    swap(SOLUTION, '"shl_gauge"', '"shl_gone"'),
    "root-component-missing",
    "error",
  ],
  [
    "a web resource is described and not listed",
    swap(SOLUTION, '<RootComponent type="61" schemaName="shl_page" behavior="0" />', ""),
    "component-undeclared",
    "error",
  ],
  [
    "a root component has no name",
    swap(SOLUTION, 'type="9" schemaName="shl_colour"', 'type="9"'),
    "root-component-invalid",
    "error",
  ],
  [
    "a root component stands twice",
    swap(
      SOLUTION,
      '<RootComponent type="9" schemaName="shl_colour" behavior="0" />',
      '<RootComponent type="9" schemaName="shl_colour" /><RootComponent type="9" schemaName="SHL_Colour" />',
    ),
    "root-component-twice",
    "warning",
  ],
  ["the file of a web resource is missing", drop("WebResources/shl_page"), "web-resource-file-missing", "error"],
  ["the file of a process is missing", drop("Workflows/Approve.json"), "process-file-missing", "error"],
  ["the manifest of a control is missing", drop(MANIFEST), "control-manifest-missing", "error"],
  [
    "the file of a plug-in assembly is missing",
    swap(
      CUSTOMIZATIONS,
      "<Languages>",
      '<SolutionPluginAssemblies><PluginAssembly FullName="A"><FileName>/PluginAssemblies/A.dll</FileName></PluginAssembly></SolutionPluginAssemblies><Languages>',
    ),
    "assembly-file-missing",
    "error",
  ],
  [
    "the file of a canvas app is missing",
    swap(
      CUSTOMIZATIONS,
      "<Languages>",
      "<CanvasApps><CanvasApp><Name>shl_canvas</Name><DocumentUri>/CanvasApps/a.msapp</DocumentUri></CanvasApp></CanvasApps><Languages>",
    ),
    "canvas-app-file-missing",
    "error",
  ],
  ["a file belongs to no web resource", add("WebResources/shl_lost.js", "1"), "file-unused", "warning"],
  [
    "the control's manifest names no code",
    swap(MANIFEST, '<code path="bundle.js" order="1" />', ""),
    "control-manifest-incomplete",
    "error",
  ],
  [
    "the control's manifest tells another name",
    swap(MANIFEST, 'constructor="Gauge"', 'constructor="Dial"'),
    "control-name-mismatch",
    "error",
  ],
  [
    "the control's version has four parts",
    swap(MANIFEST, 'version="1.2.0" display', 'version="1.2.0.0" display'),
    "control-version-invalid",
    "error",
  ],
  [
    "a text file of the control is missing",
    drop("Controls/shl_Demo.Gauge/strings/Gauge.1033.resx"),
    "control-file-missing",
    "error",
  ],
  [
    "the bundle is a development build",
    add(BUNDLE, 'eval("__webpack_require__.r(__webpack_exports__)\\n//# sourceURL=webpack-internal:///./index.ts")'),
    "development-bundle",
    "error",
  ],
  [
    "the bundle carries its source map",
    add(BUNDLE, "var a;\n//# sourceMappingURL=data:application/json;base64,e30="),
    "development-bundle",
    "error",
  ],
  ["the bundle is empty", add(BUNDLE, ""), "bundle-empty", "error"],
  ["the bundle is huge", add(BUNDLE, noise(6 * MEBIBYTE)), "bundle-too-large", "warning"],
  [
    "the control's source is packed",
    add("Controls/shl_Demo.Gauge/ControlManifest.Input.xml", "<manifest/>"),
    "control-source-packed",
    "warning",
  ],
  ["a web resource is huge", add("WebResources/shl_page", noise(6 * MEBIBYTE)), "web-resource-too-large", "warning"],
  [
    "the app's site map is missing",
    swap(
      CUSTOMIZATIONS,
      '<AppModuleComponent type="62" schemaName="shl_DemoApp" />',
      '<AppModuleComponent type="62" schemaName="shl_Other" />',
    ),
    "app-site-map-missing",
    "error",
  ],
  [
    "the app's icon is missing",
    swap(
      CUSTOMIZATIONS,
      "<WebResourceId>0a1b2c3d-0000-4000-8000-000000000002<",
      "<WebResourceId>0a1b2c3d-0000-4000-8000-0000000000ff<",
    ),
    "app-icon-missing",
    "warning",
  ],
  [
    "nobody may open the app",
    swap(CUSTOMIZATIONS, '<Role id="{627090ff-40a3-4053-8790-584edc5be201}" />', ""),
    "app-without-roles",
    "warning",
  ],
  [
    "a page opens a control that is not there",
    swap(CUSTOMIZATIONS, "controlName=shl_Demo.Gauge", "controlName=shl_Demo.Dial"),
    "site-map-control-missing",
    "error",
  ],
  [
    "a page's icon is not there",
    swap(CUSTOMIZATIONS, "$webresource:shl_icon", "$webresource:shl_gone"),
    "site-map-web-resource-missing",
    "warning",
  ],
  ["two pages share an id", swap(CUSTOMIZATIONS, 'Id="elsewhere"', 'Id="Gauge"'), "site-map-id-twice", "error"],
  [
    "the configuration page is missing",
    swap(SOLUTION, "<Publisher>", "<ConfigurationPage>shl_config.html</ConfigurationPage><Publisher>"),
    "configuration-page-missing",
    "error",
  ],
  [
    "a dependency is on an unmanaged component",
    swap(
      SOLUTION,
      "<MissingDependencies />",
      '<MissingDependencies><MissingDependency><Required type="1" schemaName="abc_x" solution="Active" /><Dependent type="1" schemaName="shl_gauge" /></MissingDependency></MissingDependencies>',
    ),
    "depends-on-unmanaged",
    "info",
  ],
  [
    "a dependency is on what the package brings",
    swap(
      SOLUTION,
      "<MissingDependencies />",
      '<MissingDependencies><MissingDependency><Required type="61" schemaName="shl_icon" solution="X (1.0)" /><Dependent type="1" schemaName="shl_gauge" /></MissingDependency></MissingDependencies>',
    ),
    "dependency-in-package",
    "info",
  ],
];

describe("verifyPackage", () => {
  it("finds nothing in a sound package", () => {
    expect(verifyPackage(zipOf(soundFiles()))).toEqual([]);
  });

  it.each(BROKEN)("says so when %s", (_what, breaks, code, severity) => {
    const found = verifyPackage(zipOf(breaks(soundFiles()))).filter((finding) => finding.code === code);

    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ code, severity });
    expect(found[0]?.message).toMatch(/\.$/);
    expect(found[0]?.whatToDo).not.toBe("");
    expect(found[0]?.place).not.toBe("");
  });

  it("is tested with at least 25 findings, each of a broken package of its own", () => {
    expect(new Set(BROKEN.map(([, , code]) => code)).size).toBeGreaterThanOrEqual(25);
  });

  it("tells all three required entries that are missing", () => {
    const codes = verifyPackage(zipOf({ "readme.txt": "hello" }));
    const missing = codes.filter(({ code }) => code === "missing-entry").map(({ place }) => place);
    expect(missing).toEqual(expect.arrayContaining(["solution.xml", "customizations.xml", "[Content_Types].xml"]));
  });

  it("warns of a solution that brings nothing", () => {
    const bare = soundFiles()["solution.xml"] as string;
    const files = {
      "solution.xml": bare.replace(/<RootComponents>[\s\S]*<\/RootComponents>/, "<RootComponents />"),
      "customizations.xml": "<ImportExportXml><Entities /></ImportExportXml>",
      "[Content_Types].xml": soundFiles()["[Content_Types].xml"] ?? "",
    };
    expect(verifyPackage(zipOf(files)).map(({ code }) => code)).toEqual(["solution-empty"]);
  });
});
