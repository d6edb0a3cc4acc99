import { strToU8, zipSync } from "fflate";

/** Files of a package by entry name, text or bytes. */
export type Files = Record<string, string | Uint8Array>;

const CONTROL = "Controls/shl_Demo.Gauge";

/** Every kind of thing that the rules look at, all of it sound. */
export function soundFiles(): Files {
  return {
    "solution.xml": SOLUTION,
    "customizations.xml": CUSTOMIZATIONS,
    "[Content_Types].xml": CONTENT_TYPES,
    "WebResources/shl_icon": "<svg/>",
    "WebResources/shl_page": "<html></html>",
    "Workflows/Approve.json": "{}",
    [`${CONTROL}/ControlManifest.xml`]: CONTROL_MANIFEST,
    [`${CONTROL}/bundle.js`]: "var pcf;(()=>{})();",
    [`${CONTROL}/strings/Gauge.1033.resx`]: "<root></root>",
  };
}

/** A zip of these files. */
export function zipOf(files: Files): Uint8Array {
  const entries = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === "string" ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(entries) as Record<string, Uint8Array>);
}

/**
 * Replaces text in one file.
 * @throws Error where the text is not there: a test that breaks nothing would prove nothing.
 */
export function replaced(files: Files, name: string, from: string, to: string): Files {
  const content = files[name];
  if (typeof content !== "string" || !content.includes(from)) {
    throw new Error(`${name} does not hold ${from}.`);
  }
  return { ...files, [name]: content.replaceAll(from, to) };
}

/** Takes one file out. */
export function without(files: Files, name: string): Files {
  if (!(name in files)) {
    throw new Error(`There is no ${name}.`);
  }
  return Object.fromEntries(Object.entries(files).filter(([key]) => key !== name));
}

/** Bytes that do not shrink, so that a large file is not taken for a bomb. */
export function noise(size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let state = 1;
  for (let index = 0; index < size; index += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[index] = state >>> 16;
  }
  return bytes;
}

const SOLUTION = `<ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <SolutionManifest>
    <UniqueName>DemoGauge</UniqueName>
    <LocalizedNames><LocalizedName description="Demo gauge" languagecode="1033" /></LocalizedNames>
    <Descriptions />
    <Version>1.2.0.0</Version>
    <Managed>1</Managed>
    <Publisher>
      <UniqueName>solutionhealth</UniqueName>
      <LocalizedNames><LocalizedName description="Solution Health" languagecode="1033" /></LocalizedNames>
      <CustomizationPrefix>shl</CustomizationPrefix>
      <CustomizationOptionValuePrefix>47110</CustomizationOptionValuePrefix>
    </Publisher>
    <RootComponents>
      <RootComponent type="1" schemaName="shl_gauge" behavior="0" />
      <RootComponent type="9" schemaName="shl_colour" behavior="0" />
      <RootComponent type="29" id="{0a1b2c3d-0000-4000-8000-000000000001}" behavior="0" />
      <RootComponent type="61" schemaName="shl_icon" behavior="0" />
      <RootComponent type="61" schemaName="shl_page" behavior="0" />
      <RootComponent type="62" schemaName="shl_DemoApp" behavior="0" />
      <RootComponent type="66" schemaName="shl_Demo.Gauge" behavior="0" />
      <RootComponent type="80" schemaName="shl_DemoApp" behavior="0" />
    </RootComponents>
    <MissingDependencies />
  </SolutionManifest>
</ImportExportXml>`;

const CUSTOMIZATIONS = `<ImportExportXml xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Entities><Entity><Name>shl_gauge</Name><EntityInfo><entity Name="shl_gauge"><attributes /></entity></EntityInfo></Entity></Entities>
  <Workflows>
    <Workflow WorkflowId="{0a1b2c3d-0000-4000-8000-000000000001}" Name="Approve">
      <JsonFileName>/Workflows/Approve.json</JsonFileName><Category>5</Category>
    </Workflow>
  </Workflows>
  <optionsets><optionset Name="shl_colour"><OptionSetType>picklist</OptionSetType><options /></optionset></optionsets>
  <WebResources>
    <WebResource>
      <WebResourceId>{0a1b2c3d-0000-4000-8000-000000000002}</WebResourceId>
      <Name>shl_icon</Name><FileName>/WebResources/shl_icon</FileName>
    </WebResource>
    <WebResource>
      <WebResourceId>{0a1b2c3d-0000-4000-8000-000000000003}</WebResourceId>
      <Name>shl_page</Name><FileName>/WebResources/shl_page</FileName>
    </WebResource>
  </WebResources>
  <CustomControls>
    <CustomControl><Name>shl_Demo.Gauge</Name><FileName>/Controls/shl_Demo.Gauge/ControlManifest.xml</FileName></CustomControl>
  </CustomControls>
  <AppModuleSiteMaps>
    <AppModuleSiteMap>
      <SiteMapUniqueName>shl_DemoApp</SiteMapUniqueName>
      <SiteMap>
        <Area Id="area"><Group Id="group">
          <SubArea Id="gauge" Icon="$webresource:shl_icon" Url="/main.aspx?pagetype=control&amp;controlName=shl_Demo.Gauge" />
          <SubArea Id="elsewhere" Url="/main.aspx?pagetype=control&amp;controlName=MscrmControls.FieldControls.CCFadminsettings" />
        </Group></Area>
      </SiteMap>
    </AppModuleSiteMap>
  </AppModuleSiteMaps>
  <AppModules>
    <AppModule>
      <UniqueName>shl_DemoApp</UniqueName>
      <WebResourceId>0a1b2c3d-0000-4000-8000-000000000002</WebResourceId>
      <AppModuleComponents><AppModuleComponent type="62" schemaName="shl_DemoApp" /></AppModuleComponents>
      <AppModuleRoleMaps><Role id="{627090ff-40a3-4053-8790-584edc5be201}" /></AppModuleRoleMaps>
    </AppModule>
  </AppModules>
  <Languages><Language>1033</Language></Languages>
</ImportExportXml>`;

const CONTROL_MANIFEST = `<manifest>
  <control namespace="Demo" constructor="Gauge" version="1.2.0" display-name-key="Gauge" control-type="virtual">
    <property name="value" display-name-key="value" of-type="SingleLine.Text" usage="bound" />
    <resources>
      <code path="bundle.js" order="1" />
      <resx path="strings/Gauge.1033.resx" version="1.0.0" />
      <platform-library name="React" version="16.14.0" />
    </resources>
  </control>
</manifest>`;

const CONTENT_TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="xml" ContentType="application/octet-stream" />
  <Default Extension="js" ContentType="application/octet-stream" />
  <Default Extension="json" ContentType="application/octet-stream" />
  <Default Extension="resx" ContentType="application/octet-stream" />
  <Override PartName="/WebResources/shl_icon" ContentType="application/octet-stream" />
  <Override PartName="/WebResources/shl_page" ContentType="application/octet-stream" />
</Types>`;
