import { contentTypesXml } from "../../../Solutions/pipeline/layout/contentTypes";

const typesOf = (...paths: string[]): string => new TextDecoder().decode(contentTypesXml(paths));

describe("contentTypesXml", () => {
  it("calls the two descriptions XML and every other entry bytes", () => {
    const xml = typesOf("customizations.xml", "solution.xml", "Controls/x/ControlManifest.xml");
    expect(xml).toContain(`<Default Extension="xml" ContentType="text/xml" />`);
    expect(xml).toContain(
      `<Override PartName="/Controls/x/ControlManifest.xml" ContentType="application/octet-stream" />`,
    );
    expect(xml).not.toContain('PartName="/solution.xml"');
  });

  it("names each extension once", () => {
    expect(typesOf("a.js", "b.js").match(/Extension="js"/g)).toHaveLength(1);
  });

  it("names entries without an extension one by one", () => {
    expect(typesOf("WebResources/x_icon")).toContain(`<Override PartName="/WebResources/x_icon"`);
  });
});
